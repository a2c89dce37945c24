import type { Filter } from "scim2-parse-filter";
import { platformFacts } from "../../config/platform-facts.ts";
import { didYouMean } from "../../config/suggest.ts";
import { type AttributeSchema, coreUserSchema, unknownAttributes } from "../../filter/attributes.ts";
import { compileFilter } from "../../filter/compile.ts";
import type { Account } from "../../identity/account.ts";
import type { Directory, Reading } from "../../identity/directory.ts";
import type { Session } from "../../session/types.ts";
import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { readFilterArgument } from "../filter-argument.ts";
import { example, readLookups } from "../lookup-argument.ts";
import { counted, printable } from "../output/printable.ts";
import type { Terminal } from "../output/terminal.ts";
import { accountTable } from "../render/accounts.ts";

export interface AccountsOptions {
  readonly filter?: string;
  readonly lookup?: readonly string[];
}

/** `rollcall accounts <connection>`: the accounts that a connection shows, filtered or looked up. */
export async function accounts(
  context: CommandContext,
  name: string,
  options: AccountsOptions,
): Promise<ExitCode> {
  const { terminal, globals } = context;
  const found = await withSession(context, (session, signal) => {
    const schema = schemaOf(name, session);
    const filter = options.filter === undefined ? undefined : checkedFilter(options.filter, schema, terminal);
    return read(session.directory(name), options.lookup, filter, schema, terminal, signal);
  });
  if (globals.json) terminal.printJson(found.accounts);
  else {
    terminal.print(...accountTable(found.accounts, terminal.paint));
    terminal.say(terminal.voice("faint", `${counted(found.accounts.length, "account")}.`));
  }
  if (!found.complete) terminal.say(terminal.voice("warning", "It is not proven that this is everybody."));
  terminal.say(...found.notes.map((note) => terminal.voice("faint", printable(note))));
  return exitCodes.done;
}

/** What is known of the attributes of a connection's accounts; undefined where they are the platform's own. */
function schemaOf(name: string, { configuration }: Session): AttributeSchema | undefined {
  const names = Object.keys(configuration.connections);
  const connection = configuration.connections[name];
  if (!connection) throw new UsageError(`There is no connection "${name}". ${didYouMean(name, names)}`);
  const { title, directory } = platformFacts[connection.platform];
  if (!directory) throw new UsageError(`"${name}" is ${title}, which holds no accounts to list.`);
  return connection.platform === "odm" || connection.platform === "scim" ? coreUserSchema : undefined;
}

function checkedFilter(text: string, schema: AttributeSchema | undefined, terminal: Terminal): Filter {
  const filter = readFilterArgument(text, (parsed) => {
    compileFilter(parsed, { ...(schema && { schema }) });
    return parsed;
  });
  for (const { path, suggestion } of schema ? unknownAttributes(filter, schema) : []) {
    const advice = suggestion === undefined ? "" : ` Did you mean "${suggestion}"?`;
    terminal.say(terminal.voice("warning", `No account has an attribute "${path}".${advice}`));
  }
  return filter;
}

type Found = Pick<Reading, "accounts" | "complete" | "notes">;

async function read(
  directory: Directory,
  lookups: readonly string[] | undefined,
  filter: Filter | undefined,
  schema: AttributeSchema | undefined,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Found> {
  const { connection, abilities, platformName } = directory;
  const onProgress = (done: number, total?: number) =>
    terminal.progress.show({ stage: "read", connection, done, ...(total !== undefined && { total }) });
  if (lookups) {
    const reading = await directory.lookUp(readLookups(lookups, directory), { signal, onProgress });
    const matches = filter && compileFilter(filter, { ...(schema && { schema }) });
    return matches
      ? { ...reading, accounts: reading.accounts.filter(({ attributes }) => matches(attributes)) }
      : reading;
  }
  if (abilities.enumerates === "none")
    throw new UsageError(
      `${connection} (${platformName}) cannot list its accounts with this sign-in, only look them up: --lookup ${example(abilities.lookupKeys)}`,
    );
  if (!filter) return directory.enumerate({ signal, onProgress });
  return readPages(directory, filter, onProgress, signal);
}

/** Reads what matches a filter, page by page. Complete where as many accounts came as the server says there are. */
async function readPages(
  directory: Directory,
  filter: Filter,
  onProgress: (done: number, total?: number) => void,
  signal: AbortSignal,
): Promise<Found> {
  const accounts = new Map<string, Account>();
  let total: number | undefined;
  for (let startIndex: number | undefined = 1; startIndex !== undefined; ) {
    const page = await directory.page({ startIndex, filter, signal });
    for (const account of page.accounts) accounts.set(account.id, account);
    total = page.total;
    onProgress(accounts.size, total);
    startIndex = page.next;
  }
  return {
    accounts: [...accounts.values()],
    complete: total === undefined || total === accounts.size,
    notes: [],
  };
}
