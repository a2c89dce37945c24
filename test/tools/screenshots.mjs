// Takes the README's screenshots anew: runs the journeys and keeps the ones that are shown.
import { underNode24 } from "./node24.mjs";

await underNode24(import.meta.url);
const { takeScreenshots } = await import("./screenshots.ts");
process.exitCode = await takeScreenshots();
