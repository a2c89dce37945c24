import type { Account } from "../../identity/account.ts";

const minute = 60_000;

/** Whether an account that was to be created had been there before: creation updates it in servers that go by the e-mail address. */
export function existedBefore({ attributes }: Account): boolean {
  const { meta } = attributes;
  if (typeof meta !== "object" || meta === null) return false;
  const { created, lastModified } = meta as { readonly created?: unknown; readonly lastModified?: unknown };
  return timeOf(lastModified) - timeOf(created) > minute;
}

/** Milliseconds since 1970; NaN where it is no date. */
function timeOf(date: unknown): number {
  return typeof date === "string" ? Date.parse(date) : Number.NaN;
}
