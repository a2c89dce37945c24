// Shows the product in a VS Code in the browser until Ctrl+C.
import { underNode24 } from "./node24.mjs";

await underNode24(import.meta.url);
const { startProduct } = await import("./start.ts");
const { told } = await import("./told.ts");
await told(() => startProduct(process.argv.slice(2)));
