import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, root } from "./paths.ts";
import { runTests } from "./run.ts";

/** The journeys' screenshots that the documentation shows, by the name that they have there. */
const shown: Readonly<Record<string, string>> = {
  review: "review-dark",
  users: "users-light",
};

/** Runs the journeys and copies their screenshots into `media/screenshots`. Answers the exit code of the journeys. */
export async function takeScreenshots(): Promise<number> {
  const code = await runTests(["journeys"]);
  if (code !== 0) return code;
  const folder = join(root, "media", "screenshots");
  mkdirSync(folder, { recursive: true });
  for (const [name, taken] of Object.entries(shown)) {
    copyFileSync(join(cacheFolder("screenshots"), `${taken}.png`), join(folder, `${name}.png`));
  }
  return 0;
}
