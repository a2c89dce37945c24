import type { IncomingHttpHeaders } from "node:http";

/** A part of a list: the 0-based index of its first item, how many items were asked for, and how many there are. */
export interface PageWindow {
  readonly start: number;
  readonly count: number;
  readonly total: number;
}

/** A request as a platform sees it. */
export interface SandboxRequest {
  readonly method: string;
  /** As it was sent: percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Scheme, host and port under which the client reached the server. */
  readonly origin: string;
  /** What a listing shows instead of the page that was asked for, while faults bend it. */
  bendPage(window: PageWindow): PageWindow;
}

/** An answer before it is sent. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or the bytes of a file. */
  readonly body: string | Uint8Array;
}

/** The text of a request's body (UTF-8). */
export function textOf(request: SandboxRequest): string {
  return new TextDecoder().decode(request.body);
}

/** The JSON value of a text, or undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An answer with a body of the given type. */
export function reply(
  status: number,
  type: string,
  body: Reply["body"],
  headers: Record<string, string> = {},
): Reply {
  return { status, headers: { "content-type": type, ...headers }, body };
}

/** An answer in JSON. */
export function jsonReply(status: number, value: unknown, type = "application/json"): Reply {
  return reply(status, type, JSON.stringify(value));
}

/** An answer without a body. */
export function emptyReply(status: number): Reply {
  return { status, headers: {}, body: "" };
}

/** The user and password of HTTP Basic authentication (RFC 7617), or undefined where there is none. */
export function basicCredentials(request: SandboxRequest): { user: string; password: string } | undefined {
  const [, encoded] = /^basic\s+(\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
  if (encoded === undefined) return undefined;
  const decoded = Buffer.from(encoded, "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  return colon < 0 ? undefined : { user: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}

/**
 * The fields of a form, url-encoded or multipart (RFC 7578). Files are left out.
 * Undefined where the body is of another type or broken.
 */
export async function formFields(request: SandboxRequest): Promise<Map<string, string> | undefined> {
  const type = request.headers["content-type"] ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return undefined;
  try {
    const form = await new Response(request.body, { headers: { "content-type": type } }).formData();
    const fields = new Map<string, string>();
    for (const [name, value] of form) if (typeof value === "string") fields.set(name, value);
    return fields;
  } catch {
    return undefined;
  }
}
