import { platformFacts } from "../../config/platform-facts.ts";
import { compileFilter } from "../../filter/compile.ts";
import { parseFilter } from "../../filter/parse.ts";
import type { Account } from "../../identity/account.ts";
import type { OperationOptions } from "../../reconcile/progress.ts";
import type { Host } from "../host.ts";

/** Accounts of a connection that a filter can be tried on. */
export interface TestedAccounts {
  readonly accounts: readonly Account[];
  /** Whether there may be others. */
  readonly complete: boolean;
}

/**
 * The accounts of a connection: those that the Users view has whole and without a filter, else all that the server lists, else those
 * that the plan in hand knows. Undefined where there are none at hand and the server lists none. Rejects with a PlatformError.
 */
export async function testedAccounts(
  host: Host,
  connection: string,
  { signal, onProgress }: OperationOptions = {},
): Promise<TestedAccounts | undefined> {
  const { users } = host.resources;
  const list = users.filter === undefined ? users.list(connection) : undefined;
  if (list && list.next === undefined && users.isCurrent(connection))
    return { accounts: list.items.map(({ data }) => data as Account), complete: true };
  const directory = (await host.sessions.get()).directory(connection);
  if (directory.abilities.enumerates !== "none")
    return directory.enumerate({
      ...(signal && { signal }),
      onProgress: (done, total) =>
        onProgress?.({ stage: "read", connection, done, ...(total !== undefined && { total }) }),
    });
  const judgements = host.reconciliation.inHand?.planning.judgements;
  const accounts = judgements?.flatMap(({ sources }) =>
    sources.filter((account) => account.connection === connection),
  );
  return accounts && { accounts, complete: false };
}

/** The accounts that a filter holds for, or those that it does not hold for. */
export function sift(accounts: readonly Account[], filter: string, holds: boolean): readonly Account[] {
  const matches = compileFilter(parseFilter(filter));
  return accounts.filter(({ attributes }) => matches(attributes) === holds);
}

/** Accounts as JSON lines: one resource on each, as filters read it. */
export function jsonLines(accounts: readonly Account[]): string {
  return accounts.map(({ attributes }) => `${JSON.stringify(attributes)}\n`).join("");
}

/** The names of the connections that have accounts. */
export function hasAccounts({ platform }: { readonly platform: keyof typeof platformFacts }): boolean {
  return platformFacts[platform].directory;
}
