import type { RawAnswer } from "./message.ts";
import type { BaseUrl } from "./url.ts";

/** Most redirects that one request follows. */
export const maximumRedirects = 5;

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const keepMethod: ReadonlySet<number> = new Set([307, 308]);

/** Where a redirect leads: a path of the same origin to follow, or why it is not followed. */
export type Redirect =
  | { readonly path: string }
  | { readonly refusal: string; readonly elsewhere?: string | undefined };

/**
 * Judges a redirect; undefined where the answer is none. Only the connection's own origin is followed, because the credentials are
 * for it alone, and a request other than GET and HEAD only by 307 and 308, which keep its method (RFC 9110 section 15.4).
 */
export function redirectOf(
  answer: RawAnswer,
  method: string,
  base: BaseUrl,
  path: string,
): Redirect | undefined {
  if (!redirects.has(answer.status)) return undefined;
  const location = answer.headers.location;
  const from = `${base.origin}${path}`;
  if (!location || !URL.canParse(location, from)) return { refusal: "a redirect that leads nowhere" };
  const url = new URL(location, from);
  if (url.origin !== base.origin) return { refusal: `a redirect to ${url.origin}`, elsewhere: url.origin };
  if (method !== "GET" && method !== "HEAD" && !keepMethod.has(answer.status)) {
    return { refusal: `a redirect of a ${method} to ${url.pathname}` };
  }
  return { path: `${url.pathname}${url.search}` };
}
