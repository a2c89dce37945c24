import type * as vscode from "vscode";
import type { Host } from "../host.ts";

const times = new Map<string, Date>();

/** Notes when the Users view read each connection's list from its beginning. */
export function noteReadTimes(host: Host): vscode.Disposable {
  return host.resources.users.onDidRead((connection) => times.set(connection, new Date()));
}

/** When the users of a connection were read last; undefined where this window has not read them. */
export function usersReadAt(connection: string): Date | undefined {
  return times.get(connection);
}
