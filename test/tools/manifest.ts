import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contributions } from "../../src/editor/manifest/contributes.ts";
import { root } from "./paths.ts";

const file = join(root, "package.json");

/** The text of package.json as it is, and as it is with what `src/editor/manifest` says. */
export function manifestTexts(): { readonly present: string; readonly wanted: string } {
  const present = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  const manifest = JSON.parse(present) as { contributes: Readonly<Record<string, unknown>> };
  const contributes = { ...manifest.contributes, ...contributions() };
  return { present, wanted: `${JSON.stringify({ ...manifest, contributes }, null, 2)}\n` };
}

/** Writes package.json. */
export function writeManifest(): void {
  writeFileSync(file, manifestTexts().wanted);
}
