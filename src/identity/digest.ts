import { createHash } from "node:crypto";
import type { Account } from "./account.ts";
import { compareText } from "./order.ts";

/** SHA-256 of a text, in hexadecimal. */
export function digestText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Digest of what a directory holds: independent of the order in which accounts arrived. */
export function digestAccounts(accounts: readonly Account[]): string {
  const hash = createHash("sha256");
  const lines = accounts
    .toSorted((a, b) => compareText(a.id, b.id))
    .map(({ id, userName, displayName, externalId, emails, active }) =>
      JSON.stringify([id, userName, displayName, externalId, emails, active]),
    );
  for (let start = 0; start < lines.length; start += linesAtOnce) {
    hash.update(lines.slice(start, start + linesAtOnce).join(""));
  }
  return hash.digest("hex");
}

/** A hash takes a few long texts faster than many short ones. */
const linesAtOnce = 1000;

/** JSON with the keys of every object in order, so that equal values have equal texts. Undefined members are left out. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join()}}`;
}
