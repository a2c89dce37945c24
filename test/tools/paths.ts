import { mkdirSync, mkdtempSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A folder below the ignored `.cache`, made where it is missing. */
export function cacheFolder(...names: readonly string[]): string {
  const folder = join(root, ".cache", ...names);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A fresh, empty folder below `.cache/runs` for one run of an editor. */
export function freshRunFolder(): string {
  return mkdtempSync(join(cacheFolder("runs"), "run-"));
}
