import { type Board, isApart, type Stray } from "./board.ts";
import type { Cluster } from "./match-sources.ts";

/**
 * The clusters that remain of one where people have said of some of its free accounts that they do not belong to accounts of the
 * target that the others lead to: those that may go to the same ones stay together.
 */
export function withoutApart(board: Board, cluster: Cluster): readonly Cluster[] {
  if (board.apart.size === 0) return [cluster];
  const parts = Map.groupBy(cluster.free, (stray) =>
    [...cluster.placed].map((placed) => (isBarred(board, stray, placed) ? "-" : "+")).join(""),
  );
  return [...parts.values()].map((free) => ({
    ...cluster,
    free: new Set(free),
    placed: new Set([...cluster.placed].filter((placed) => !isBarred(board, free[0] as Stray, placed))),
  }));
}

/** Whether a free account must not come to where another account has its place. */
function isBarred(board: Board, stray: Stray, { slot }: Stray): boolean {
  return slot !== undefined && isApart(board, stray, slot);
}
