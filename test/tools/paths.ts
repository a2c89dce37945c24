import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
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

/** A fresh, empty folder below `.cache/runs` for one run of an editor. Removes those of processes that are gone. */
export function freshRunFolder(): string {
  const runs = cacheFolder("runs");
  for (const name of readdirSync(runs))
    if (!isAlive(Number(name.split("-")[1]))) rmSync(join(runs, name), { recursive: true, force: true });
  return mkdtempSync(join(runs, `run-${process.pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
