import type { NamedCall } from "../../address.ts";
import type { Caller } from "../../call.ts";
import { argumentsFor } from "../../client.ts";
import type { Operation, OperationTable } from "../../operation.ts";
import { asList } from "../../read.ts";
import { agaveTable } from "../operations/table.ts";
import { pagesOf } from "../pages.ts";
import { unwrapAgave } from "../unwrap.ts";
import { fileOperations } from "./file-operations.ts";

type Options = { readonly signal?: AbortSignal | undefined };

const table: OperationTable = { ...agaveTable, ...fileOperations };

/** Sends the operations that reading and changing permissions takes, and answers what is in their envelopes. Rejects with a `PlatformError`. */
export class AccessCalls {
  readonly #caller: Caller;

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  read({ operation, args }: NamedCall, options: Options = {}): Promise<unknown> {
    return this.#call(rowOf(operation), args, options);
  }

  /** A list to its end, page by page. */
  async list({ operation, args }: NamedCall, options: Options = {}): Promise<readonly unknown[]> {
    const all: unknown[] = [];
    const page = async (limit: number, offset: number) =>
      asList(await this.read({ operation, args: { ...args, limit, offset } }, options)) ?? [];
    for await (const items of pagesOf(page)) all.push(...items);
    return all;
  }

  /** Sent once, whatever becomes of the answer: whether it has landed is for the caller to look. */
  async write({ operation, args }: NamedCall): Promise<void> {
    await this.#call({ ...rowOf(operation), repeatable: false }, args, {});
  }

  async #call(operation: Operation, args: NamedCall["args"], options: Options): Promise<unknown> {
    const answer = await this.#caller.call(operation, { ...argumentsFor(operation, args), ...options });
    const read = unwrapAgave(operation, answer);
    if ("came" in read) throw this.#caller.unexpected(operation, read.came);
    return read.data;
  }
}

function rowOf(name: string): Operation {
  const row = table[name];
  if (row === undefined) throw new Error(`Agave has no operation ${name}.`);
  return row;
}
