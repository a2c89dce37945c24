import type { Directory } from "../../identity/directory.ts";
import type { HandChange, HandOutcome } from "../../reconcile/by-hand/change.ts";
import type { OpenConnection, Session } from "../../session/types.ts";
import type { Sessions } from "../sessions.ts";

/** A connection of the configuration in use, open for its operations and, where it holds accounts, as a directory. */
export interface Opened extends OpenConnection {
  /** Rejects where the platform is no directory. */
  directory(): Directory;
  /** Changes one account by hand: see `SessionAccounts.changeAccount`. */
  changeAccount(change: HandChange): Promise<HandOutcome>;
}

const known = new WeakMap<Session, Map<string, Opened>>();

/** Opens a connection: once for each session, so that its limits hold for all that is asked. */
export async function openConnection(sessions: Sessions, connection: string): Promise<Opened> {
  const session = await sessions.get();
  const all = known.get(session) ?? new Map<string, Opened>();
  known.set(session, all);
  const opened = all.get(connection) ?? {
    ...session.operations(connection),
    directory: () => session.directory(connection),
    changeAccount: (change: HandChange) => session.changeAccount(connection, change),
  };
  all.set(connection, opened);
  return opened;
}
