import type { Change } from "./plan.ts";

/** An account of any connection. */
export interface AccountRef {
  readonly connection: string;
  readonly id: string;
}

/**
 * The changes that are made to accounts, or for the accounts that they link to. A creation has no id when it is planned: it is found by
 * the accounts that it is made for.
 */
export function changesConcerning(
  changes: readonly Change[],
  accounts: readonly AccountRef[],
): readonly Change[] {
  const wanted = new Set(accounts.map(keyOf));
  return changes.filter(({ target: { connection, id }, links }) =>
    id === null ? links.some((link) => wanted.has(keyOf(link))) : wanted.has(keyOf({ connection, id })),
  );
}

function keyOf({ connection, id }: AccountRef): string {
  return JSON.stringify([connection, id]);
}
