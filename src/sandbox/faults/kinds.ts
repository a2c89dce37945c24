import { setTimeout as wait } from "node:timers/promises";
import { type PageWindow, type Reply, reply } from "../server/message.ts";
import type { PlatformName } from "../server/platform.ts";
import type { FaultContext, FaultOutcome } from "./layer.ts";
import type { FaultSpec } from "./spec.ts";

type OwnField = "ms" | "retryAfter" | "items" | "lossy";

/** One way in which things go wrong. */
export interface FaultKind {
  readonly needs?: readonly OwnField[];
  readonly takes?: readonly OwnField[];
  /** The only platform it can happen to. */
  readonly platform?: PlatformName;
  /** `pages` where `every` and `times` count the pages of a list, and not requests. */
  readonly counts?: "pages";
  /** Runs before the request is processed; an outcome means that it is not. */
  before?(spec: FaultSpec, context: FaultContext): FaultOutcome | undefined | Promise<undefined>;
  /** Runs on the answer to a request that was processed. */
  after?(spec: FaultSpec, context: FaultContext, reply: Reply): FaultOutcome;
  /** Changes what a list shows. `asked` is what the client wants; `hit` counts how often the fault has happened, from 1. */
  bendPage?(spec: FaultSpec, window: PageWindow, asked: PageWindow, hit: number): PageWindow;
}

const refusal =
  (status: number) =>
  ({ retryAfter }: FaultSpec, { platform, request }: FaultContext): Reply => {
    const { headers, ...rest } = platform.refuse(status, request);
    if (retryAfter === undefined) return { ...rest, headers };
    const name = status === 429 ? (platform.limitHeader ?? "retry-after") : "retry-after";
    return { ...rest, headers: { ...headers, [name]: String(retryAfter) } };
  };

const signInPage =
  "<!doctype html>\n<html><head><title>Sign in to the network</title></head>" +
  "<body><h1>Sign in to the network</h1></body></html>\n";

const defaultOverlap = 5;
const totalMoves = [1, -1, 2, -2];

const all = {
  latency: {
    needs: ["ms"],
    before: ({ ms }, { signal }) => wait(ms, undefined, { signal }),
  },
  rateLimit: { needs: ["retryAfter"], before: refusal(429) },
  serverError: { before: refusal(500) },
  unavailable: { takes: ["retryAfter"], before: refusal(503) },
  unauthorised: { before: refusal(401) },
  badRequest: { before: refusal(400) },
  forbidden: { before: refusal(403) },
  notFound: { before: refusal(404) },
  expiredTokens: {
    platform: "agave",
    before(_spec, { platform }) {
      platform.expireTokens?.();
      return undefined;
    },
  },
  notJson: { before: () => reply(200, "text/html; charset=utf-8", signInPage) },
  dropBefore: { before: () => "drop" },
  dropAfter: { after: () => "drop" },
  serverErrorAfter: { after: (_spec, { platform, request }) => platform.refuse(500, request) },
  truncated: {
    after: (_spec, _context, answer) => ({
      ...answer,
      body: answer.body.slice(0, Math.floor(answer.body.length / 2)),
    }),
  },
  shortPages: {
    bendPage(_spec, window) {
      if (window.start >= window.total) return window;
      const remaining = Math.min(window.count, window.total - window.start);
      return { ...window, count: Math.ceil((remaining * 2) / 3) };
    },
  },
  overlappingPages: {
    takes: ["items", "lossy"],
    counts: "pages",
    bendPage(spec, window, asked) {
      const { items = defaultOverlap, lossy = false, every = 1, times = Number.POSITIVE_INFINITY } = spec;
      const pagesBefore = asked.count > 0 ? Math.floor(asked.start / asked.count) : 0;
      const overlaps = Math.min(times, Math.floor(pagesBefore / every));
      const shift = lossy ? items : -Math.min(items, Math.floor(asked.count / 2));
      return { ...window, start: Math.max(0, window.start + shift * overlaps) };
    },
  },
  /** Every page states its own size as the size of the list. */
  pageTotal: {
    bendPage(_spec, window) {
      const held = Math.max(0, Math.min(window.count, window.total - window.start));
      return { ...window, total: held };
    },
  },
  /** Every page is the first one, and states its own size as the size of the list. */
  firstPageOnly: {
    bendPage: (_spec, window) => ({ ...window, start: 0, total: Math.min(window.count, window.total) }),
  },
  movingTotal: {
    bendPage(_spec, window, _asked, hit) {
      const move = totalMoves[(hit - 1) % totalMoves.length] ?? 0;
      return { ...window, total: Math.max(0, window.total + move) };
    },
  },
} satisfies Record<string, FaultKind>;

export type FaultKindName = keyof typeof all;

/** Every kind of fault there is. */
export const faultKinds: Readonly<Record<FaultKindName, FaultKind>> = all;
