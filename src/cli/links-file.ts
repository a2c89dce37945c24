import { linksFileOf } from "../config/links/file.ts";
import type { LinksFile } from "../config/links/say.ts";
import { didYouMean } from "../config/suggest.ts";
import { type Account, accountLabel } from "../identity/account.ts";
import { isDirectoryFailure } from "../identity/directory.ts";
import type { Session } from "../session/types.ts";
import { UsageError } from "./exit.ts";
import { printable } from "./output/printable.ts";

/** The links file of a session. Throws a UsageError where nothing is reconciled. */
export async function linksIn({ configuration }: Session): Promise<LinksFile> {
  const links = await linksFileOf(configuration);
  if (links) return links;
  throw new UsageError(
    `${configuration.file} has no "reconcile" section, so there is nothing to link. Add one that names a target and its sources.`,
  );
}

/** Throws a UsageError where a word does not name one of the sources. */
export function checkSource(word: string, { policy: { sources } }: LinksFile): void {
  if (sources.includes(word)) return;
  throw new UsageError(`"${printable(word)}" is not one of the sources. ${didYouMean(word, sources)}`);
}

/** An account as its platform shows it now, or as it was last seen where it is hidden. Throws a UsageError where there is none. */
export async function accountOf(
  session: Session,
  connection: string,
  id: string,
  signal: AbortSignal,
): Promise<Account> {
  const hidden = () => session.hiddenAccounts(connection).find((account) => account.id === id);
  const read = session.directory(connection).get(id, { signal });
  const account = (await read.catch(unlessNoSuchId)) ?? hidden();
  if (account) return account;
  throw new UsageError(
    `${connection} has no account with the id "${printable(id)}". Find the id by an e-mail address or a user name with: rollcall explain <key>`,
  );
}

/** A platform whose ids have a form of their own refuses to look for any other. */
function unlessNoSuchId(error: unknown): undefined {
  if (!isDirectoryFailure(error) || error.kind !== "invalid") throw error;
}

/** An account in a sentence: `odm 42 (Ana Silva)`. */
export function accountText(account: Account): string {
  return printable(`${account.connection} ${account.id} (${accountLabel(account)})`);
}
