import { readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** The version in the package.json beside the folder that the running script lies in. */
export function version(): string {
  const script = realpathSync(process.argv[1] ?? ".");
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(script), "..", "package.json"), "utf8"));
  const known = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return known ? String(manifest.version) : "unknown";
}
