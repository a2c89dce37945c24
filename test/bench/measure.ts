const rounds = 5;

/** Runs the work five times after one that is not counted, and answers the median of the times in milliseconds. */
export function medianOf(work: () => unknown): number {
  work();
  const times = Array.from({ length: rounds }, () => {
    globalThis.gc?.();
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}
