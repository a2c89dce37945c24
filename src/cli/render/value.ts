import type { AttributeValue } from "../../identity/account.ts";
import { printable } from "../output/printable.ts";

/** An attribute's value for people: text as it is, addresses as a list, `(none)` where there is no value. */
export function valueText(value: AttributeValue): string {
  if (value === null) return "(none)";
  if (typeof value === "string")
    return value.trim() === value && value !== "" ? printable(value) : JSON.stringify(value);
  if (typeof value === "object") return value.map((email) => printable(email.value)).join(", ");
  return String(value);
}
