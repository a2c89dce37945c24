import { readJsonDraft } from "../calls/json-draft.ts";
import { type Fields, isFields } from "./three-way.ts";

/** The value of a document's text. Throws an `Error` that names the line where it is no JSON. */
export function fieldsOfText(text: string): Fields {
  const value = readJsonDraft(text);
  if (!isFields(value)) throw new Error("This is no JSON object.");
  return value;
}
