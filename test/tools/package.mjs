// Packs what is in dist/ into a vsix at the root of the project.
import { underNode24 } from "./node24.mjs";

await underNode24(import.meta.url);
const { packExtension } = await import("./package.ts");
const { told } = await import("./told.ts");
await told(packExtension);
