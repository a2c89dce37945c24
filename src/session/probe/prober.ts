import type { PlatformError } from "../../http/error.ts";
import type { CallArguments, Caller } from "../../platforms/call.ts";
import type { Operation } from "../../platforms/operation.ts";
import type { Finding, Verdict } from "./finding.ts";

/** What came of one request of a probe. */
export type Reply =
  | { readonly data: unknown; readonly error?: undefined; readonly evidence: string }
  | { readonly error: PlatformError; readonly data?: undefined; readonly evidence: string };

/** What a probe asks with. */
export interface ProberOptions {
  readonly caller: Caller;
  /** The operations of the connection's platform. */
  readonly operations: readonly Operation[];
  /** The last exchange on the wire, for example `GET https://… 200`; undefined where nothing was sent. */
  readonly lastExchange: () => string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Asks a server, by reads alone, and collects what is found. */
export class Prober {
  reachable = false;
  signedIn = false;
  readonly findings: Finding[] = [];
  readonly #options: ProberOptions;

  constructor(options: ProberOptions) {
    this.#options = options;
  }

  /**
   * Sends an operation by its name, or a row that is in no table. A refusal is an answer too; rejects only where the probe was
   * cancelled, or with an `Error` where the operation writes or is not known.
   */
  async ask(asked: string | Operation, args: CallArguments = {}): Promise<Reply> {
    const operation = typeof asked === "string" ? this.#named(asked) : asked;
    if (operation.writes) throw new Error(`A probe does not write: ${operation.name}.`);
    const { caller, signal, lastExchange } = this.#options;
    try {
      const data = await caller.call(operation, { ...args, signal });
      this.reachable = true;
      return { data, evidence: lastExchange() ?? operation.name };
    } catch (error) {
      if (!isPlatformError(error) || error.kind === "cancelled") throw error;
      this.reachable ||= error.status !== undefined;
      const exchange = lastExchange();
      return { error, evidence: exchange === undefined ? error.text : `${exchange}: ${error.text}` };
    }
  }

  /** Keeps a finding. */
  found(question: string, verdict: Verdict, answer: string, { evidence }: Pick<Reply, "evidence">): void {
    this.findings.push({ question, verdict, answer, evidence });
  }

  /** Keeps whether something may be done, by whether a request that needs it was answered. */
  allowed(question: string, reply: Reply, answer = "yes"): void {
    if (reply.error === undefined) this.found(question, "yes", answer, reply);
    else this.found(question, isRefusal(reply.error) ? "no" : "unknown", refusalText(reply.error), reply);
  }

  /**
   * Keeps whether the server can be reached, by its first answer.
   * @returns Whether it makes sense to ask on.
   */
  reached(reply: Reply): boolean {
    if (this.reachable) this.found("reachable", "yes", "yes", reply);
    else this.found("reachable", "no", reply.error?.advice ?? "no", reply);
    return this.reachable;
  }

  /** Keeps whether the credentials were taken: 403 says that they were, and that they do not suffice. */
  accepted(reply: Reply, whose: string): void {
    this.signedIn = reply.error === undefined || reply.error.kind === "forbidden";
    if (this.signedIn) this.found("signed in", "yes", whose, reply);
    else if (reply.error?.kind === "unauthorised") this.found("signed in", "no", reply.error.advice, reply);
    else this.found("signed in", "unknown", reply.error?.advice ?? "", reply);
  }

  #named(name: string): Operation {
    const operation = this.#options.operations.find((each) => each.name === name);
    if (operation === undefined) throw new Error(`There is no operation ${name}.`);
    return operation;
  }
}

function isRefusal({ kind }: PlatformError): boolean {
  return ["unauthorised", "forbidden", "notFound", "invalid"].includes(kind);
}

function refusalText({ status, text }: PlatformError): string {
  return status === undefined ? text : `no (${status} ${text})`;
}

function isPlatformError(error: unknown): error is PlatformError {
  return error instanceof Error && error.name === "PlatformError";
}
