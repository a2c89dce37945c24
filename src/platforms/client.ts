import { pagesOf } from "./agave/pages.ts";
import type { ArgumentsOf, RestOf } from "./arguments.ts";
import type { CallArguments, Caller } from "./call.ts";
import type { Unwrap } from "./envelope.ts";
import type { Operation, OperationTable } from "./operation.ts";
import { asCount, asList } from "./read.ts";

/** What goes with a call beside its arguments. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bound of the answer in bytes, where that of the connection is not right; streams have none. */
  readonly maximumBytes?: number;
}

type Named = Readonly<Record<string, unknown>>;

/**
 * The operations of a platform, called by name with arguments as its document names them: parameters, fields of forms, the file of a
 * form and the body, all in one object. Answers come out of their envelope. All methods reject with a `PlatformError`.
 */
export class PlatformClient<Table extends OperationTable, Answers, Bodies = object> {
  readonly caller: Caller;
  readonly table: Table;
  readonly #unwrap: Unwrap;

  constructor(caller: Caller, table: Table, unwrap: Unwrap) {
    this.caller = caller;
    this.table = table;
    this.#unwrap = unwrap;
  }

  /** Calls an operation: `call("apps.list", { limit: 10 })`. */
  async call<Name extends keyof Table & keyof Answers & string>(
    name: Name,
    ...[args, options]: RestOf<ArgumentsOf<Table, Name, Bodies>, CallOptions>
  ): Promise<Answers[Name]> {
    return (await this.callNamed(name, args as Named | undefined, options)) as Answers[Name];
  }

  /** Calls an operation whose name and arguments are known only when the program runs. Takes texts for all parameters. */
  async callNamed(name: string, args: Named = {}, options: CallOptions = {}): Promise<unknown> {
    const operation = this.#operation(name);
    const answer = await this.caller.call(operation, { ...argumentsFor(operation, args), ...options });
    const read = this.#unwrap(operation, answer);
    if ("came" in read) throw this.caller.unexpected(operation, read.came);
    return read.data;
  }

  /** Calls an operation and answers what the platform sent, in its envelope. */
  async raw(name: string, args: Named = {}, options: CallOptions = {}): Promise<unknown> {
    const operation = this.#operation(name);
    return this.caller.call(operation, { ...argumentsFor(operation, args), ...options });
  }

  /**
   * Reads a list of the platform to its end, page by page; `limit` is the size of a page. Servers give shorter pages than asked
   * for, so that the size of what comes decides where the list ends.
   */
  async *pages<Name extends PagedNames<Table> & keyof Answers & string>(
    name: Name,
    ...[args, options]: RestOf<ArgumentsOf<Table, Name, Bodies>, CallOptions>
  ): AsyncGenerator<Answers[Name]> {
    const given: Named = args ?? {};
    const read = async (limit: number, offset: number) =>
      asList(await this.callNamed(name, { ...given, limit, offset }, options)) ?? [];
    const limit = asCount(given.limit);
    const window = { offset: asCount(given.offset) ?? 0, ...(limit ? { limit } : {}) };
    for await (const page of pagesOf(read, window)) yield page as Answers[Name];
  }

  /** Releases connections. */
  close(): Promise<void> {
    return this.caller.close();
  }

  #operation(name: string): Operation {
    const operation = Object.hasOwn(this.table, name) ? this.table[name] : undefined;
    if (operation !== undefined) return operation;
    throw this.caller.invalid(
      `there is no operation "${name}"`,
      `Correct the name; there are ${Object.keys(this.table).join(", ")}.`,
    );
  }
}

/** Operations that list page by page with an offset. */
export type PagedNames<Table extends OperationTable> = {
  [Name in keyof Table]: Table[Name] extends { readonly pages: "offset" } ? Name : never;
}[keyof Table];

/** Arguments in one object, by where an operation's request has them. */
export function argumentsFor({ body }: Operation, args: Named): CallArguments {
  const isValue = body?.encoding === "json" || body?.encoding === "bytes";
  const bodyName = isValue ? (body.name ?? "body") : undefined;
  const fileName = body?.file?.name;
  const parameters = Object.entries(args).filter(([name]) => name !== bodyName && name !== fileName);
  return {
    parameters: Object.fromEntries(parameters),
    ...(bodyName === undefined ? {} : { body: args[bodyName] }),
    ...(fileName === undefined ? {} : { file: args[fileName] }),
  };
}
