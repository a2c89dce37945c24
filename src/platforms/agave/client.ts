import type { CallArguments, Caller } from "../call.ts";
import type { Operation } from "../operation.ts";
import { profiles } from "./operations/profiles.ts";
import { readPages } from "./pages.ts";
import { unwrapAgave } from "./unwrap.ts";

type Options = { readonly signal?: AbortSignal | undefined };

/** The profile operations of Agave with typed answers, taken out of their envelope. */
export class AgaveClient {
  readonly caller: Caller;
  constructor(caller: Caller) {
    this.caller = caller;
  }

  /** All profiles that the server finds by one criterion; it matches loosely. */
  search(criterion: "email" | "username", value: string, { signal }: Options = {}): Promise<unknown[]> {
    const operation = profiles["profiles.list"];
    return readPages(async (limit, offset) => {
      const parameters = { [criterion]: value, limit, offset };
      return (await this.#call(operation, { parameters, signal })) as readonly unknown[];
    });
  }

  /** One profile by user name. */
  byUsername(username: string, { signal }: Options = {}): Promise<unknown> {
    return this.#call(profiles["profiles.listByUsername"], { parameters: { username }, signal });
  }

  /** The profile of the signed-in user. */
  me({ signal }: Options = {}): Promise<unknown> {
    return this.#call(profiles["profiles.get"], { signal });
  }

  async #call(operation: Operation, args: CallArguments): Promise<unknown> {
    const read = unwrapAgave(operation, await this.caller.call(operation, args));
    if ("came" in read) throw this.caller.unexpected(operation, read.came);
    return read.data;
  }
}
