import type { SandboxRequest } from "../server/message.ts";

const defaultLimit = 100;

interface WindowOptions {
  /** The most items at once; larger limits are cut without a word. 250 without it. */
  readonly highest?: number;
  /** Whether negative numbers count as not given, and not without their sign. */
  readonly unsigned?: boolean;
}

/**
 * The part of a list that `limit` and `offset` ask for, 100 from the beginning without them. What is no number counts
 * as not given; the sign of a negative one is dropped.
 */
export function windowOf<T>(
  request: SandboxRequest,
  items: readonly T[],
  { highest = 250, unsigned = false }: WindowOptions = {},
): readonly T[] {
  const count = Math.min(highest, wholeNumber(request.query.get("limit"), defaultLimit, unsigned));
  const start = wholeNumber(request.query.get("offset"), 0, unsigned);
  const window = request.bendPage({ start, count, total: items.length });
  return items.slice(window.start, window.start + window.count);
}

function wholeNumber(text: string | null, fallback: number, unsigned: boolean): number {
  const pattern = unsigned ? /^\+?\d+$/ : /^[-+]?\d+$/;
  return text !== null && pattern.test(text) ? Math.abs(Number(text)) : fallback;
}
