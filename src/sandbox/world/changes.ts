/** One account between two moments: `from` is absent where it is new, `to` where it is gone. */
export type AccountChange<T> =
  | { readonly from?: T; readonly to: T }
  | { readonly from: T; readonly to?: never };

/** What changes for accounts that a person has before and after. `idOf` tells which ones are the same account. */
export function changesBetween<T>(
  before: readonly T[],
  after: readonly T[],
  idOf: (account: T) => string,
): AccountChange<T>[] {
  if (before === after) return [];
  const remaining = new Map(after.map((account) => [idOf(account), account]));
  const changes: AccountChange<T>[] = [];
  for (const from of before) {
    const to = remaining.get(idOf(from));
    remaining.delete(idOf(from));
    if (to !== from) changes.push(to === undefined ? { from } : { from, to });
  }
  return [...changes, ...[...remaining.values()].map((to) => ({ to }))];
}

/** The account as it is at present, with all that differs between `from` and `to` laid over it. */
export function overlay<T extends object>(present: T, from: T, to: T): T {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])] as (keyof T)[];
  const result = { ...present };
  for (const name of names) {
    if (from[name] === to[name]) continue;
    if (name in to) result[name] = to[name];
    else delete result[name];
  }
  return result;
}
