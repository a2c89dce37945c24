import type { AppField } from "../views/apps/fields.ts";

/** The value of a field as people type it: several with semicolons between. */
export function textOfValue(value: unknown): string {
  if (value === undefined || value === null) return "";
  return Array.isArray(value) ? value.map(String).join("; ") : String(value);
}

/** The value that a text stands for; undefined where it is empty. What does not fit the field's type stays a text, for the checks to name. */
export function valueOfText(field: AppField, text: string): unknown {
  if (text.trim() === "") return undefined;
  if (!text.includes(";")) return oneValue(field, text);
  return text
    .split(";")
    .filter((part) => part.trim() !== "")
    .map((part) => oneValue(field, part));
}

function oneValue({ type }: AppField, text: string): unknown {
  const trimmed = text.trim();
  if (type === "number") return String(Number(trimmed)) === trimmed ? Number(trimmed) : trimmed;
  if (type !== "bool" && type !== "flag") return trimmed;
  if (/^(true|1|on)$/i.test(trimmed)) return true;
  return /^(false|0|off)$/i.test(trimmed) ? false : trimmed;
}
