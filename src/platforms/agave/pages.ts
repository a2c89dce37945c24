/** The most that the server answers in one page, whatever is asked for. */
const largestPage = 250;
/** The server's default page, which some deployments have as their maximum; a shorter page is the last one. */
const defaultPage = 100;

/** Reads a list to its end: page by page, up to one that is short of what the server gives at most, which may be less than was asked for. */
export async function readPages<Item>(
  read: (limit: number, offset: number) => Promise<readonly Item[]>,
): Promise<Item[]> {
  const all: Item[] = [];
  for await (const page of pagesOf(read)) all.push(...page);
  return all;
}

/** The pages of a list one after the other; `limit` is what each asks for. */
export async function* pagesOf<Item>(
  read: (limit: number, offset: number) => Promise<readonly Item[]>,
  { limit = largestPage, offset = 0 }: { readonly limit?: number; readonly offset?: number } = {},
): AsyncGenerator<readonly Item[]> {
  let effective = Math.min(limit, defaultPage);
  for (let next = offset; ; ) {
    const page = await read(limit, next);
    if (page.length > 0) yield page;
    if (page.length < effective) return;
    effective = page.length;
    next += page.length;
  }
}
