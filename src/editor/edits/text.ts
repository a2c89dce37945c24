import type { Fields } from "./three-way.ts";

/** The text of a document. */
export function textOf(fields: Fields): string {
  return `${JSON.stringify(fields, null, 2)}\n`;
}
