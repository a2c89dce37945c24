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
export function readStrings(account: Account, path: string): readonly string[] {
  let values: readonly unknown[] = [account.attributes];
  for (const name of path.split(".")) values = values.flatMap((value) => childrenOf(value, name));
  return values
    .filter((value) => isScalar(value))
    .map((value) => String(value).trim())
    .filter((text) => text !== "");
}

function childrenOf(value: unknown, name: string): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const child = ownValue(value, name);
  return Array.isArray(child) ? child : [child];
}

function ownValue(value: object, name: string): unknown {
  if (Object.hasOwn(value, name)) return (value as Record<string, unknown>)[name];
  const folded = name.toLowerCase();
  const key = Object.keys(value).find((candidate) => candidate.toLowerCase() === folded);
  return key === undefined ? undefined : (value as Record<string, unknown>)[key];
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
