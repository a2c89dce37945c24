import { PlatformError } from "./error.ts";

/** The base URL of a connection, checked. */
export interface BaseUrl {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Path below which all requests lie, without the final slash. */
  readonly path: string;
  readonly secure: boolean;
}

/**
 * Checks a base URL: http or https, without credentials, query or fragment.
 * Throws a `PlatformError` of kind `invalid` that says what is wrong, and never repeats credentials.
 */
export function parseBaseUrl(url: string, connection: string): BaseUrl {
  const wrong = (text: string) =>
    new PlatformError({ kind: "invalid", connection, text, advice: `Correct the url of ${connection}.` });
  if (!URL.canParse(url))
    throw wrong("the URL is not one (expected something like https://host.example.org)");
  const parsed = new URL(url);
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") {
    throw wrong(`the URL begins with ${parsed.protocol}//, but only http:// and https:// are spoken`);
  }
  if (parsed.username || parsed.password) {
    throw wrong("the URL holds a user name or password; secrets do not belong in a URL");
  }
  if (parsed.search || parsed.hash)
    throw wrong("the URL ends in a query or a fragment, which a base URL cannot have");
  return {
    origin: parsed.origin,
    path: parsed.pathname.replace(/\/+$/, ""),
    secure: parsed.protocol === "https:",
  };
}

/** Path and query to send: the base path, then the request's path untouched, then the encoded query. */
export function target(
  base: BaseUrl,
  path: string,
  query: readonly (readonly [name: string, value: string])[] = [],
): string {
  const encoded = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
  return `${base.path}${path}${encoded && (path.includes("?") ? "&" : "?")}${encoded}`;
}

/** Percent-encodes everything but the unreserved characters (RFC 3986 section 2.3); lone surrogates become U+FFFD. */
export function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
