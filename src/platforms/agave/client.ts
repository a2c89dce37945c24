import type { CallArguments, Caller } from "../call.ts";
import type { Operation } from "../operation.ts";
import { asFields, asList, kindOfValue } from "../read.ts";
import { profiles } from "./operations/profiles.ts";

type Options = { readonly signal?: AbortSignal | undefined };

/** The most that the server answers in one page, whatever is asked for. */
const largestPage = 250;
/** The server's default page, which some deployments have as their maximum; a shorter page is the last one. */
const defaultPage = 100;

/** The profile operations of Agave with typed answers, taken out of their envelope. */
export class AgaveClient {
  readonly caller: Caller;
  constructor(caller: Caller) {
    this.caller = caller;
  }

  /** All profiles that the server finds by one criterion; it matches loosely. Read page by page, up to a page that is short of the effective limit. */
  async search(criterion: "email" | "username", value: string, { signal }: Options = {}): Promise<unknown[]> {
    const found: unknown[] = [];
    let effective = defaultPage;
    for (;;) {
      const parameters = { [criterion]: value, limit: largestPage, offset: found.length };
      const page = await this.#list(profiles["profiles.list"], { parameters, signal });
      found.push(...page);
      if (page.length < effective) return found;
      effective = page.length;
    }
  }

  /** One profile by user name. */
  byUsername(username: string, { signal }: Options = {}): Promise<unknown> {
    return this.#result(profiles["profiles.listByUsername"], { parameters: { username }, signal });
  }

  /** The profile of the signed-in user. */
  me({ signal }: Options = {}): Promise<unknown> {
    return this.#result(profiles["profiles.get"], { signal });
  }

  async #list(operation: Operation, args: CallArguments): Promise<readonly unknown[]> {
    const result = await this.#result(operation, args);
    const list = asList(result) ?? (result === undefined || result === null ? [] : undefined);
    if (list === undefined)
      throw this.caller.unexpected(operation, `${kindOfValue(result)} instead of a list`);
    return list;
  }

  /** The `result` of the envelope `{status, message, version, result}`, which is absent where there is none. */
  async #result(operation: Operation, args: CallArguments): Promise<unknown> {
    const answer = await this.caller.call(operation, args);
    const fields = asFields(answer);
    if (fields === undefined || !("status" in fields)) {
      throw this.caller.unexpected(operation, `${kindOfValue(answer)} instead of its envelope`);
    }
    if (fields.status === "error")
      throw this.caller.unexpected(operation, "an error under a status of success");
    return fields.result;
  }
}
