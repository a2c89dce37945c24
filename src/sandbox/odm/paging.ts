import type { Reply, SandboxRequest } from "../server/message.ts";
import { listReply, ScimError } from "./scim.ts";

const defaultCount = 100;
const highestCount = 200;

/**
 * Answers the page of a list that `startIndex` and `count` ask for (RFC 7644 section 3.4.2.4): 100 items where `count`
 * is not given and never more than 200. Throws `ScimError` 400 where either is not a whole number.
 */
export function pageReply<T>(
  request: SandboxRequest,
  items: readonly T[],
  show: (item: T) => unknown,
): Reply {
  const startIndex = Math.max(1, wholeNumber(request, "startIndex", 1));
  const count = Math.min(highestCount, Math.max(0, wholeNumber(request, "count", defaultCount)));
  const window = request.bendPage({ start: startIndex - 1, count, total: items.length });
  const page = items.slice(window.start, window.start + window.count);
  return listReply(window.total, startIndex - 1, page.map(show));
}

function wholeNumber(request: SandboxRequest, name: string, fallback: number): number {
  const text = request.query.get(name);
  if (text === null) return fallback;
  if (!/^[+-]?\d+$/.test(text)) {
    throw new ScimError(400, `The parameter "${name}" must be a whole number.`, "invalidValue");
  }
  return Number(text);
}
