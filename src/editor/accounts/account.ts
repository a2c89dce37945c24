import type * as vscode from "vscode";
import { placeOfText, placeText, type SignInPlace } from "../secrets/place.ts";

type AccountSession = vscode.AuthenticationSession;
export type Changes = vscode.AuthenticationProviderAuthenticationSessionsChangeEvent;

/**
 * What other extensions get in place of an access token: no secret at all, though the editor asks the person before it lets them have a
 * session. The tokens that Rollcall keeps are those of administrators and of services. They cannot be narrowed to what somebody
 * needs, the editor's question does not say what they open, and Rollcall answers for where they are sent only as long as it sends
 * them itself. A session says that a connection is signed in, and which; what is to be done there is done by Rollcall's commands.
 * Sessions pass through the editor each time that its Accounts menu is opened, which is one more reason to have no secret in them.
 */
export const noToken = "rollcall-gives-out-no-tokens";

/** A connection that is signed in at its origin, as the editor's Accounts menu has it: `tacc (api.example.org)`. */
export function sessionOf(place: SignInPlace): AccountSession {
  const id = placeText(place);
  const { host } = new URL(place.origin);
  return {
    id,
    accessToken: noToken,
    account: { id, label: `${place.connection} (${host})` },
    scopes: [place.connection],
  };
}

/** The place that a session's id stands for; undefined where it is none of ours. */
export function placeOfSession(id: string): SignInPlace | undefined {
  return placeOfText(id);
}

/** The sessions that have all scopes; a scope is a connection's name. */
export function withScopes(
  sessions: readonly AccountSession[],
  scopes: readonly string[] | undefined,
): readonly AccountSession[] {
  return sessions.filter((session) => scopes?.every((scope) => session.scopes.includes(scope)) ?? true);
}

/** What has become of the sessions; those whose secrets have changed meanwhile count as changed. Undefined where nothing has. */
export function changesBetween(
  before: readonly AccountSession[],
  after: readonly AccountSession[],
  renewed: ReadonlySet<string>,
): Changes | undefined {
  const ids = (sessions: readonly AccountSession[]) => new Set(sessions.map(({ id }) => id));
  const [had, has] = [ids(before), ids(after)];
  const changes = {
    added: after.filter(({ id }) => !had.has(id)),
    removed: before.filter(({ id }) => !has.has(id)),
    changed: after.filter(({ id }) => had.has(id) && renewed.has(id)),
  };
  return Object.values(changes).some((sessions) => sessions.length > 0) ? changes : undefined;
}
