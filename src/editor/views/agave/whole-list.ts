import { pagesOf } from "../../../platforms/agave/pages.ts";

/** A list that was read to its end, or as far as it is of use. */
export interface WholeList<Item> {
  readonly items: readonly Item[];
  /** Whether the server has more. */
  readonly goesOn: boolean;
}

/** The most that is read of a list that hangs below an item or that is picked from. */
export const mostListed = 1000;

/** Reads a list of Agave page by page, each item once. */
export async function wholeList<Item>(
  read: (page: { readonly limit: number; readonly offset: number }) => Promise<readonly Item[]>,
  idOf: (item: Item) => string,
): Promise<WholeList<Item>> {
  const items = new Map<string, Item>();
  for await (const page of pagesOf((limit, offset) => read({ limit, offset }))) {
    for (const item of page) items.set(idOf(item), item);
    if (items.size >= mostListed) return { items: [...items.values()].slice(0, mostListed), goesOn: true };
  }
  return { items: [...items.values()], goesOn: false };
}
