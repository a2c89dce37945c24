import type { HttpClient } from "../http/client.ts";
import { amended, type FailureDetails, PlatformError } from "../http/error.ts";
import type { HttpRequest } from "../http/message.ts";
import type { Operation } from "./operation.ts";
import { type CallArguments, type CallContext, requestOf } from "./request.ts";

export type { CallArguments } from "./request.ts";

/** How a connection calls its operations, where that is not the usual way. */
export interface CallerOptions {
  /** Values of parameters that are taken from the connection. */
  readonly defaults?: CallContext["defaults"];
  /** False where the connection's time-out holds for slow operations too; true by default. */
  readonly patient?: boolean;
  /** Releases what the connection holds; by default the HTTP client alone. */
  readonly close?: () => Promise<void>;
  /** Told each secret that an answer holds. */
  readonly conceal?: (secret: string) => void;
}

/** Sends any row of an operation table. */
export class Caller {
  readonly connection: string;
  readonly #http: HttpClient;
  readonly #options: CallerOptions;
  readonly #context: CallContext;

  /** `basePath` precedes the path of every operation. */
  constructor(http: HttpClient, connection: string, basePath: string, options: CallerOptions = {}) {
    this.connection = connection;
    this.#http = http;
    this.#options = options;
    this.#context = {
      basePath: basePath.replace(/\/+$/, ""),
      defaults: options.defaults ?? {},
      invalid: (text, advice) => this.invalid(text, advice),
    };
  }

  /**
   * Calls an operation; answers its data, undefined for an empty answer, a `Download` for a stream. Rejects with a `PlatformError`,
   * of kind `invalid` before anything is sent; one whose write may have landed says what may be lost.
   */
  async call(operation: Operation, args: CallArguments = {}): Promise<unknown> {
    const { patient = true, conceal } = this.#options;
    const parts = await requestOf(operation, args, this.#context);
    try {
      const { data } = await this.#http.request({
        ...parts,
        expects: operation.answers,
        repeatable: operation.repeatable,
        writes: operation.writes,
        anonymous: operation.anonymous,
        patience:
          patient && operation.answersWithin !== undefined ? operation.answersWithin * 1000 : undefined,
        signal: args.signal,
        maximumBytes: args.maximumBytes,
      });
      for (const secret of secretsIn(operation, data)) conceal?.(secret);
      return data;
    } catch (error) {
      throw error instanceof PlatformError ? toldWhatIsLost(operation, error) : error;
    }
  }

  /** Where a call goes, without sending it: the path below the connection's URL, and the query. Rejects as `call` does before it sends. */
  async address(
    operation: Operation,
    args: CallArguments = {},
  ): Promise<Pick<HttpRequest, "method" | "path" | "query">> {
    const { method, path, query } = await requestOf(operation, args, this.#context);
    return { method, path, query };
  }

  /** An error for an answer that a platform's reader cannot make sense of; `came` says what it is. */
  unexpected(operation: Operation, came: string): PlatformError {
    const details: FailureDetails = {
      kind: "protocol",
      connection: this.connection,
      text: `${operation.name} answered ${came}`,
      landed: operation.writes ? "unknown" : "no",
    };
    return toldWhatIsLost(operation, new PlatformError(details));
  }

  /** An error for a call that is wrong in itself; nothing was sent. */
  invalid(text: string, advice?: string): PlatformError {
    return new PlatformError({ kind: "invalid", connection: this.connection, text, advice });
  }

  /** Releases connections. */
  close(): Promise<void> {
    return (this.#options.close ?? (() => this.#http.close()))();
  }
}

/** Where a write may have landed, what is lost comes before what else there is to do. */
function toldWhatIsLost({ ifLost }: Operation, error: PlatformError): PlatformError {
  if (ifLost === undefined || error.landed === "no") return error;
  return amended(error, { advice: error.resumesAt === undefined ? ifLost : `${ifLost} ${error.advice}` });
}

function secretsIn({ shownOnce = [] }: Operation, data: unknown): readonly string[] {
  if (typeof data !== "object" || data === null) return [];
  const shown: readonly string[] = shownOnce;
  return Object.entries(data).flatMap(([name, value]) =>
    shown.includes(name) && typeof value === "string" ? [value] : [],
  );
}
