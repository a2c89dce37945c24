import { excerpt } from "./answer.ts";
import type { Clock } from "./clock.ts";
import { downloadOf } from "./download.ts";
import { PlatformError } from "./error.ts";
import type { Exchange } from "./exchange.ts";
import * as judge from "./judge.ts";
import { type HttpRequest, type HttpResponse, type RawAnswer, requestIdOf } from "./message.ts";
import { maximumRedirects, redirectOf } from "./redirect.ts";
import type { FailedTry } from "./retry.ts";
import { statedWait } from "./retryafter.ts";
import type { SignedHeaders, SignInKeeper } from "./signin.ts";
import { StreamedContent } from "./streamed.ts";
import type { Transport } from "./transport.ts";
import { type BaseUrl, target } from "./url.ts";

/** One try that failed, with what the decision to repeat it needs. */
export interface Lost {
  readonly error: PlatformError;
  readonly failed: FailedTry;
  /** The credentials have expired. */
  readonly expired: boolean;
  /** What the try was signed with. */
  readonly signed: SignedHeaders;
}

/** What one try gave. */
export type Try = { readonly response: HttpResponse } | Lost;

export interface CourierOptions {
  readonly base: BaseUrl;
  readonly clock: Clock;
  readonly court: judge.Court;
  readonly keeper: SignInKeeper;
  readonly transport: Transport;
  readonly maximumBytes: number;
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}

/** Delivers a request once: follows redirects, judges the answer, reports each exchange. Repeats nothing. */
export class Courier {
  readonly #options: CourierOptions;

  constructor(options: CourierOptions) {
    this.#options = options;
  }

  /** Rejects with the signal's reason where it was aborted; all other failures are answers. */
  async deliver(
    request: HttpRequest,
    signed: SignedHeaders,
    attempt: number,
    signal: AbortSignal,
  ): Promise<Try> {
    const { base, court, clock } = this.#options;
    const startedAt = clock.now();
    let path = target(base, request.path, request.query);
    const report = (answer: RawAnswer | undefined, error?: PlatformError) =>
      this.#report({ request, path, attempt, startedAt }, answer, error);
    const lost = (error: PlatformError, failed: FailedTry, answer?: RawAnswer): Lost => {
      report(answer, error);
      return { error, failed, expired: false, signed };
    };
    for (let redirects = 0; ; redirects += 1) {
      let answer: RawAnswer;
      try {
        answer = await this.#send(request, path, signed, signal);
      } catch (error) {
        if (signal.aborted) {
          report(undefined, judge.cancelledError(court, request, true));
          throw error;
        }
        const failure = judge.transportError(court, request, error, base.origin);
        return lost(failure.error, failure.failed);
      }
      const redirect = redirectOf(answer, request.method, base, path);
      if (redirect === undefined) {
        const outcome = this.#judge(request, answer, signed);
        report(answer, "error" in outcome ? outcome.error : undefined);
        return outcome;
      }
      if ("refusal" in redirect || redirects === maximumRedirects) {
        return lost(
          judge.redirectError(court, request, answer.status, redirect),
          { status: answer.status, passing: false },
          answer,
        );
      }
      report(answer);
      path = redirect.path;
    }
  }

  #judge(request: HttpRequest, answer: RawAnswer, signed: SignedHeaders): Try {
    const { court, keeper, clock, base } = this.#options;
    const { status } = answer;
    if (status < 300 && request.expects === "stream") {
      const data = downloadOf(court, request, answer, base.origin);
      return { response: { status, headers: answer.headers, data, requestId: requestIdOf(answer.headers) } };
    }
    if (status < 300) {
      const read = judge.readAnswer(court, request, answer);
      if (!(read instanceof PlatformError)) return { response: read };
      return { error: read, failed: { status, passing: true }, expired: false, signed };
    }
    const expired = keeper.hasExpired(answer);
    const error = judge.refusalOf(court, request, answer, expired);
    const asked = status === 429 || status === 503;
    const wait = asked ? statedWait(answer.headers, clock.now()) : undefined;
    return { error, failed: { status, statedWait: wait, passing: true }, expired, signed };
  }

  /** The length of a body that is streamed must be stated here; that of the others is known on the way. */
  #lengthOf({ body }: HttpRequest): Record<string, string> {
    const length = body?.content instanceof StreamedContent ? body.content.length : undefined;
    return length === undefined ? {} : { "content-length": String(length) };
  }

  #send(request: HttpRequest, path: string, signed: SignedHeaders, signal: AbortSignal): Promise<RawAnswer> {
    const { body } = request;
    return this.#options.transport.send({
      method: request.method,
      path,
      headers: {
        "user-agent": "rollcall",
        ...(request.expects === "json" ? { accept: "application/json" } : {}),
        ...(body === undefined ? {} : { "content-type": body.contentType }),
        ...this.#lengthOf(request),
        ...request.headers,
        ...signed,
      },
      content: body?.content,
      streams: request.expects === "stream",
      patience: request.patience,
      maximumBytes: request.maximumBytes ?? this.#options.maximumBytes,
      signal,
    });
  }

  #report(
    sent: { request: HttpRequest; path: string; attempt: number; startedAt: number },
    answer: RawAnswer | undefined,
    error: PlatformError | undefined,
  ): void {
    const { onExchange, court, base, clock } = this.#options;
    const requestId = answer === undefined ? undefined : requestIdOf(answer.headers);
    onExchange?.({
      connection: court.connection,
      method: sent.request.method,
      url: court.redactor.url(`${base.origin}${sent.path}`),
      status: answer?.status,
      failure: error?.kind,
      attempt: sent.attempt,
      milliseconds: clock.now() - sent.startedAt,
      requestId: requestId === undefined ? undefined : excerpt(court.redactor.text(requestId), 100),
    });
  }
}
