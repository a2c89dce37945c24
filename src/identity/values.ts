import { foldString } from "../filter/fold.ts";
import type { Account } from "./account.ts";

/** SCIM attributes whose strings are compared to the letter (RFC 7643 sections 3.1 and 4.1). All others fold case. */
const caseExactAttributes: ReadonlySet<string> = new Set(["id", "externalid"]);

/**
 * The form in which two values of a SCIM attribute are compared: trimmed, NFC, and case-folded unless the attribute is
 * case-exact. Accents are kept: `jose` is not `josé`.
 */
export function normaliseKey(attribute: string, value: string): string {
  const trimmed = value.trim();
  return caseExactAttributes.has(attribute.toLowerCase()) ? trimmed.normalize("NFC") : foldString(trimmed);
}

/**
 * The string values at a path of an account's attributes, such as `uuid` or `emails.value`. Names are matched without
 * regard to case, lists are walked, numbers and booleans are written out, and empty strings are left out.
 */
export function readStrings({ attributes }: Pick<Account, "attributes">, path: string): readonly string[] {
  const found: string[] = [];
  collect(attributes, segmentsOf(path), 0, found);
  return found;
}

/** The first of the string values at a path. */
export function readString(account: Account, path: string): string | undefined {
  return readStrings(account, path)[0];
}

const paths = new Map<string, readonly string[]>();

function segmentsOf(path: string): readonly string[] {
  const known = paths.get(path);
  if (known) return known;
  const segments = path.split(".");
  paths.set(path, segments);
  return segments;
}

function collect(value: unknown, names: readonly string[], depth: number, found: string[]): void {
  if (Array.isArray(value)) {
    for (const element of value) collect(element, names, depth, found);
    return;
  }
  const name = names[depth];
  if (name === undefined) {
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return;
    const text = String(value).trim();
    if (text !== "") found.push(text);
  } else if (typeof value === "object" && value !== null)
    collect(ownValue(value, name), names, depth + 1, found);
}

function ownValue(value: object, name: string): unknown {
  if (Object.hasOwn(value, name)) return (value as Record<string, unknown>)[name];
  const folded = name.toLowerCase();
  for (const key of Object.keys(value)) {
    if (key.length === name.length && key.toLowerCase() === folded)
      return (value as Record<string, unknown>)[key];
  }
  return undefined;
}
