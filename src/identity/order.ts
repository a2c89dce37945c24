/** Orders strings by code unit: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The items by id. The same list where it is in order already, so that it is sorted once on its way through the engine. */
export function inOrderOfId<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const isOrdered = items.every((item, index) => index === 0 || (items[index - 1] as T).id <= item.id);
  return isOrdered ? items : items.toSorted((a, b) => compareText(a.id, b.id));
}
