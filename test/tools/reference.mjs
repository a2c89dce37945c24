// Writes the reference pages to media/reference.
import { underNode24 } from "./node24.mjs";

await underNode24(import.meta.url);
const { writeReference } = await import("./reference.ts");
await writeReference();
