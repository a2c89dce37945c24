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
  for (const { id, userName, displayName, externalId, emails, active } of accounts.toSorted((a, b) =>
    compareText(a.id, b.id),
  )) {
    hash.update(JSON.stringify([id, userName, displayName, externalId, emails, active]));
  }
  return hash.digest("hex");
}

/** JSON with the keys of every object in order, so that equal values have equal texts. Undefined members are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => compareText(a, b)))
      : each,
  );
}
