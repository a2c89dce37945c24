import type { OpenConnection, Session } from "../../session/types.ts";
import type { Sessions } from "../sessions.ts";

const opened = new WeakMap<Session, Map<string, OpenConnection>>();

/** A connection of the configuration in use, open for its operations: one for each session, so that its limits hold for all that is asked. */
export async function openConnection(sessions: Sessions, connection: string): Promise<OpenConnection> {
  const session = await sessions.get();
  const known = opened.get(session) ?? new Map<string, OpenConnection>();
  opened.set(session, known);
  const open = known.get(connection) ?? session.operations(connection);
  known.set(connection, open);
  return open;
}
