import { Readable } from "node:stream";
import type { Dispatcher } from "undici";
import { trustedAuthorities } from "./certificates.ts";
import type { RawAnswer } from "./message.ts";
import { StreamedContent } from "./streamed.ts";
import type { BaseUrl } from "./url.ts";

/** Which proxy to take: the one of HTTP_PROXY, HTTPS_PROXY and NO_PROXY, none at all, or a given one. */
export type ProxyChoice = "environment" | "none" | { readonly url: string; readonly noProxy?: string };

/** Time-outs in milliseconds. */
export interface Timeouts {
  readonly connect: number;
  /** From the request's last byte to the answer's headers. */
  readonly headers: number;
  /** Between two pieces of the answer's body. */
  readonly body: number;
}

export interface TransportOptions {
  readonly base: BaseUrl;
  readonly connections: number;
  readonly timeouts: Timeouts;
  readonly proxy: ProxyChoice;
  /** One more certificate authority, PEM. */
  readonly extraCa?: string | undefined;
}

/** One request as it goes over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly content?: string | Uint8Array | StreamedContent | undefined;
  /** A good answer is not read but handed over. */
  readonly streams?: boolean;
  /** Milliseconds; lengthens the time-out for headers. */
  readonly patience?: number | undefined;
  readonly maximumBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/** The answer is larger than the bound. */
export class TooLarge extends Error {
  readonly code = "UND_ERR_RES_EXCEEDED_MAX_SIZE";
}

/** Connections to one origin. Sends a request once and reads its whole answer unless that is to be streamed; undici is loaded with the first one. */
export class Transport {
  readonly #options: TransportOptions;
  #dispatcher: Promise<Dispatcher> | undefined;

  constructor(options: TransportOptions) {
    this.#options = options;
  }

  /** Rejects with undici's or the system's error, the signal's reason, or `TooLarge`. */
  async send(request: WireRequest): Promise<RawAnswer> {
    this.#dispatcher ??= openDispatcher(this.#options);
    const dispatcher = await this.#dispatcher;
    const { timeouts, base } = this.#options;
    const answer = await dispatcher.request({
      origin: base.origin,
      path: request.path,
      method: request.method,
      headers: { ...request.headers },
      body: bodyOf(request.content),
      headersTimeout: Math.max(timeouts.headers, request.patience ?? 0),
      bodyTimeout: timeouts.body,
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    const headers = flatten(answer.headers);
    const status = answer.statusCode;
    if (request.streams && status < 300) return { status, headers, body: noBytes, stream: answer.body };
    const body = await collect(answer.body, Number(headers["content-length"] ?? 0), request.maximumBytes);
    return { status, headers, body };
  }

  /** Drops all connections; requests in flight fail. */
  async close(): Promise<void> {
    const dispatcher = await this.#dispatcher?.catch(() => undefined);
    await dispatcher?.destroy();
  }
}

const noBytes = new Uint8Array();

function bodyOf(content: WireRequest["content"]): string | Uint8Array | Readable | null {
  if (!(content instanceof StreamedContent)) return content ?? null;
  return Readable.from(content.open(), { objectMode: false });
}

async function openDispatcher({
  base,
  connections,
  timeouts,
  proxy,
  extraCa,
}: TransportOptions): Promise<Dispatcher> {
  const {
    default: { EnvHttpProxyAgent, Pool },
  } = await import("undici");
  const throughProxy = proxy === "environment" ? hasProxyInEnvironment() : proxy !== "none";
  const usesTls = base.secure || throughProxy;
  const connect = {
    timeout: timeouts.connect,
    ...(usesTls ? { secureContext: trustedAuthorities(extraCa) } : {}),
  };
  if (!throughProxy) return new Pool(base.origin, { connections, connect });
  const chosen =
    typeof proxy === "object"
      ? { httpProxy: proxy.url, httpsProxy: proxy.url, noProxy: proxy.noProxy ?? "" }
      : {};
  return new EnvHttpProxyAgent({
    ...chosen,
    connections,
    connect,
    proxyTunnel: false,
    requestTls: connect,
    proxyTls: connect,
  });
}

function hasProxyInEnvironment(): boolean {
  const { env } = process;
  return Boolean(env.http_proxy || env.HTTP_PROXY || env.https_proxy || env.HTTPS_PROXY);
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : value;
  }
  return flat;
}

async function collect(
  body: Dispatcher.ResponseData["body"],
  announced: number,
  maximum: number,
): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  if (announced <= maximum) {
    for await (const piece of body as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > maximum) break;
      pieces.push(piece);
    }
  }
  if (announced > maximum || length > maximum) {
    body.on("error", () => {}).destroy();
    throw new TooLarge(`more than ${maximum} bytes`);
  }
  return Buffer.concat(pieces, length);
}
