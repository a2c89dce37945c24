// Runs the in-editor suite in the desktop VS Code.
import { underNode24 } from "./node24.mjs";

await underNode24(import.meta.url);
const { runInDesktop } = await import("./desktop.ts");
const { told } = await import("./told.ts");
await told(runInDesktop);
