/** Runs a task for every item, a bounded number at once, and keeps the order of the results. The first failure aborts the others' signal and is what it rejects with. */
export async function mapBounded<Item, Result>(
  items: readonly Item[],
  bound: number,
  signal: AbortSignal | undefined,
  task: (item: Item, signal: AbortSignal) => Promise<Result>,
): Promise<Result[]> {
  const failed = new AbortController();
  const either = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
  const results: Result[] = [];
  let next = 0;
  let failure: { readonly error: unknown } | undefined;
  const work = async () => {
    while (next < items.length && failure === undefined) {
      const index = next++;
      try {
        results[index] = await task(items[index] as Item, either);
      } catch (error) {
        failure ??= { error };
        failed.abort();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(bound, items.length)) }, work));
  if (failure !== undefined) throw (failure as { readonly error: unknown }).error;
  return results;
}

/** Cuts a list into batches of at most `size`. */
export function batches<Item>(items: readonly Item[], size: number): Item[][] {
  const cut: Item[][] = [];
  for (let start = 0; start < items.length; start += size) cut.push(items.slice(start, start + size));
  return cut;
}
