// Runs the tests: all of them, or the stages and files that are named as arguments.
import { underNode24 } from "./node24.mjs";

await underNode24(import.meta.url);
const { runTests } = await import("./run.ts");
process.exitCode = await runTests(process.argv.slice(2));
// What is still open now, after the counts were printed, was left behind by a stage that did not end.
setTimeout(() => process.exit(), 5000).unref();
