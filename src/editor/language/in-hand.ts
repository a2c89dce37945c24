import * as vscode from "vscode";
import type { Account } from "../../identity/account.ts";
import { isConfiguration } from "../configuration/is-configuration.ts";
import type { Host } from "../host.ts";
import { usersReadAt } from "./read-times.ts";

/** Users of the target that are at hand already. */
export interface UsersInHand {
  readonly connection: string;
  readonly users: readonly Account[];
  /** Which they are, for people: "users in the plan of 10:24". */
  readonly said: string;
}

/**
 * The users of the target in the plan in hand, else those that the Users view lists without a filter. Undefined where there are none,
 * and for a configuration that is not the one in use. Nothing is read for it.
 */
export async function usersInHand(
  host: Host,
  document: vscode.TextDocument,
): Promise<UsersInHand | undefined> {
  const state = await host.configuration.state();
  if (!("configuration" in state)) return undefined;
  if (isConfiguration(document) && document.uri.fsPath !== vscode.Uri.file(state.file).fsPath)
    return undefined;
  const { policy, connections } = state.configuration;
  const { inHand } = host.reconciliation;
  if (inHand && policy?.target === inHand.planning.plan.target.connection) {
    const users = inHand.planning.judgements.flatMap(({ targets }) => targets);
    return { connection: policy.target, users, said: `users in the plan of ${timeOf(inHand.madeAt)}` };
  }
  const connection = policy?.target ?? Object.keys(connections)[0] ?? "";
  const { users } = host.resources;
  const list = users.filter === undefined ? users.list(connection) : undefined;
  if (!list) return undefined;
  const at = usersReadAt(connection);
  const first = list.next === undefined ? "users" : "users listed first";
  return {
    connection,
    users: list.items.map(({ data }) => data as Account),
    said: at === undefined ? first : `${first}, read at ${timeOf(at)}`,
  };
}

function timeOf(date: Date): string {
  return date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
