// Writes the views, commands and menus of package.json from src/editor/manifest.
import { underNode24 } from "./node24.mjs";

await underNode24(import.meta.url);
const { writeManifest } = await import("./manifest.ts");
writeManifest();
