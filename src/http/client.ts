import pLimit, { type LimitFunction } from "p-limit";
import { type Clock, inWords, systemClock, unlessAborted } from "./clock.ts";
import { Courier, type Lost, type Try } from "./courier.ts";
import { amended, PlatformError } from "./error.ts";
import type { Exchange, Pause } from "./exchange.ts";
import type { ReadFailure } from "./failure.ts";
import { Gate } from "./gate.ts";
import * as judge from "./judge.ts";
import type { HttpRequest, HttpResponse } from "./message.ts";
import type { Rate } from "./rate.ts";
import { Redactor } from "./redact.ts";
import {
  attemptsFor,
  defaultRetryPolicy,
  type FailedTry,
  jitter,
  mayRepeat,
  type RetryPolicy,
} from "./retry.ts";
import { type SignIn, SignInKeeper } from "./signin.ts";
import { StreamedContent } from "./streamed.ts";
import { type ProxyChoice, type Timeouts, Transport } from "./transport.ts";
import { type BaseUrl, parseBaseUrl } from "./url.ts";

/** How one connection speaks HTTP. */
export interface HttpClientOptions {
  /** Name of the connection, for messages. */
  readonly connection: string;
  readonly baseUrl: string;
  /** A keeper where several clients share what they are signed in with. */
  readonly signIn?: SignIn | SignInKeeper | undefined;
  /** Requests in flight at once; 8 by default. */
  readonly concurrency?: number | undefined;
  /** Spaces the requests; shared by the clients of one connection. */
  readonly rate?: Rate | undefined;
  /** Milliseconds; 10 s to connect, 60 s for headers and between pieces of the body by default. */
  readonly timeouts?: Partial<Timeouts> | undefined;
  /** Bound of an answer's body in bytes; 64 MiB by default. */
  readonly maximumBytes?: number | undefined;
  readonly retry?: Partial<RetryPolicy> | undefined;
  /** `environment` by default. */
  readonly proxy?: ProxyChoice | undefined;
  /** One more certificate authority, PEM. */
  readonly extraCa?: string | undefined;
  readonly readFailure?: ReadFailure | undefined;
  readonly howToSignIn?: (() => string) | undefined;
  readonly redactor?: Redactor | undefined;
  readonly clock?: Clock | undefined;
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
  readonly onPause?: ((pause: Pause) => void) | undefined;
}

const defaultTimeouts: Timeouts = { connect: 10_000, headers: 60_000, body: 60_000 };
const defaultConcurrency = 8;
/** Renewals that one request may cause, and of these the ones in a row after which no request was accepted. */
const mostRenewals = 12;
const mostFruitlessRenewals = 3;
const defaultMaximumBytes = 64 * 1024 * 1024;

/** The requests of one connection: signs, limits, sends, repeats where that is safe, and rejects with `PlatformError` alone. */
export class HttpClient {
  readonly #options: HttpClientOptions;
  readonly #base: BaseUrl;
  readonly #clock: Clock;
  readonly #court: judge.Court;
  readonly #gate: Gate;
  readonly #keeper: SignInKeeper;
  readonly #limit: LimitFunction;
  readonly #policy: RetryPolicy;
  readonly #transport: Transport;
  readonly #courier: Courier;
  readonly #closing = new AbortController();

  /** Throws a `PlatformError` of kind `invalid` where the base URL cannot be used. */
  constructor(options: HttpClientOptions) {
    const { connection, signIn, extraCa } = options;
    const connections = options.concurrency ?? defaultConcurrency;
    this.#options = options;
    this.#base = parseBaseUrl(options.baseUrl, connection);
    this.#clock = options.clock ?? systemClock;
    this.#court = { ...options, redactor: options.redactor ?? new Redactor() };
    this.#gate = new Gate(this.#clock);
    this.#keeper = signIn instanceof SignInKeeper ? signIn : new SignInKeeper(signIn);
    this.#limit = pLimit(connections);
    this.#policy = { ...defaultRetryPolicy, ...options.retry };
    const timeouts = { ...defaultTimeouts, ...options.timeouts };
    this.#transport = new Transport({
      base: this.#base,
      connections,
      timeouts,
      proxy: options.proxy ?? "environment",
      extraCa,
    });
    this.#courier = new Courier({
      base: this.#base,
      clock: this.#clock,
      court: this.#court,
      keeper: this.#keeper,
      transport: this.#transport,
      maximumBytes: options.maximumBytes ?? defaultMaximumBytes,
      onExchange: options.onExchange,
    });
  }

  /** Sends a request and reads its answer. Rejects with a `PlatformError`. */
  async request(request: HttpRequest): Promise<HttpResponse> {
    const history = { mayHaveLanded: false };
    try {
      return await this.#untilDone(request, history);
    } catch (error) {
      const known = this.#errorFrom(error, request, false, this.#signalOf(request));
      throw history.mayHaveLanded && known.landed === "no" ? amended(known, { landed: "unknown" }) : known;
    }
  }

  /** Gives up what is in flight and drops all connections. */
  async close(): Promise<void> {
    this.#closing.abort(new DOMException("the connection was closed", "AbortError"));
    await this.#transport.close();
  }

  async #untilDone(request: HttpRequest, history: { mayHaveLanded: boolean }): Promise<HttpResponse> {
    const signal = this.#signalOf(request);
    const startedAt = this.#clock.now();
    let tries = 0;
    let renewals = 0;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.#whenFree(request, attempt, signal);
      if ("response" in outcome) {
        this.#keeper.accepted();
        return outcome.response;
      }
      history.mayHaveLanded ||= outcome.error.landed === "unknown";
      if (await this.#hasOtherCredentials(outcome, renewals, signal)) {
        if (isSpent(request))
          throw amended(outcome.error, { advice: "The token has been renewed: send it again." });
        renewals += 1;
        continue;
      }
      if (outcome.error.kind === "unauthorised") this.#keeper.refused(outcome.signed);
      if (outcome.failed.statedWait === undefined) tries += 1;
      const wait = this.#pauseBefore(outcome, request, { tries, attempt, startedAt });
      if (wait instanceof PlatformError) throw wait;
      await this.#clock.sleep(wait, signal);
    }
  }

  /**
   * Whether other credentials may do: the sent ones have expired and could be renewed, or were replaced while the request was under
   * way. Not a second time where renewal has proved fruitless, so that nothing is renewed in circles.
   */
  async #hasOtherCredentials(
    { expired, error, signed }: Lost,
    renewals: number,
    signal: AbortSignal,
  ): Promise<boolean> {
    if (error.kind !== "unauthorised" || renewals >= mostRenewals) return false;
    if (this.#keeper.isSuperseded(signed)) return true;
    const mayHelp = renewals === 0 || this.#keeper.fruitlessRenewals() < mostFruitlessRenewals;
    return expired && mayHelp && this.#keeper.renew(signed, signal);
  }

  #signalOf(request: HttpRequest): AbortSignal {
    return request.signal === undefined
      ? this.#closing.signal
      : AbortSignal.any([request.signal, this.#closing.signal]);
  }

  async #whenFree(request: HttpRequest, attempt: number, signal: AbortSignal): Promise<Try> {
    let sent = false;
    const send = async () => {
      signal.throwIfAborted();
      const wait = this.#gate.remaining();
      if (wait > this.#policy.maximumWait) {
        throw judge.comeBackError(this.#court, undefined, wait, this.#clock.now());
      }
      await this.#gate.pass(signal);
      await this.#options.rate?.pass(signal);
      const signed = request.anonymous ? {} : await this.#keeper.headers(signal);
      sent = true;
      return this.#courier.deliver(request, signed, attempt, signal);
    };
    try {
      return await unlessAborted(this.#limit(send), signal);
    } catch (error) {
      throw this.#errorFrom(error, request, sent, signal);
    }
  }

  /** Milliseconds to wait before the next try, or the error to give up with. Closes the gate where the server asked for a pause. */
  #pauseBefore(
    { failed, error }: Lost,
    request: HttpRequest,
    spent: { readonly tries: number; readonly attempt: number; readonly startedAt: number },
  ): number | PlatformError {
    const now = this.#clock.now();
    const policy = this.#policy;
    const wait = Math.max(failed.statedWait ?? 0, jitter(policy, spent.attempt, this.#clock.random()));
    const asked = failed.status === 429 || failed.statedWait !== undefined;
    const late = now + wait - spent.startedAt > policy.total;
    if (asked) this.#closeGate(failed, wait, now);
    if (asked && (late || wait > policy.maximumWait))
      return judge.comeBackError(this.#court, error, wait, now);
    if (late || spent.tries >= attemptsFor(policy, failed)) return error;
    return mayRepeat(failed, request.repeatable) && !isSpent(request) ? wait : error;
  }

  #closeGate(failed: FailedTry, wait: number, now: number): void {
    if (!this.#gate.close(wait)) return;
    const { connection } = this.#options;
    this.#options.onPause?.({
      connection,
      kind: failed.status === 429 ? "rateLimited" : "unavailable",
      milliseconds: wait,
      resumesAt: now + wait,
      text: `${connection} asked to wait; resumes in ${inWords(wait)}`,
    });
  }

  #errorFrom(error: unknown, request: HttpRequest, sent: boolean, signal: AbortSignal): PlatformError {
    if (error instanceof PlatformError) return error;
    if (signal.aborted) return judge.cancelledError(this.#court, request, sent);
    if (!sent) return judge.signInError(this.#court);
    return judge.transportError(this.#court, request, error, this.#base.origin).error;
  }
}

/** Whether what the request carries has been sent and cannot be read again. */
function isSpent({ body }: HttpRequest): boolean {
  return body?.content instanceof StreamedContent && body.content.spent;
}
