import { compileFilter } from "../../../filter/compile.ts";
import { parseFilter } from "../../../filter/parse.ts";
import type { Account } from "../../../identity/account.ts";
import type { Session } from "../../../session/types.ts";
import type { Host } from "../../host.ts";
import { describeProblem, type Problem } from "../../problem.ts";
import type { ListPlace } from "../../resources/resource.ts";
import { type Standing, standingOf } from "./standing.ts";
import { type UserResource, userResource } from "./user.ts";

/** What is known around a list of users: how each stands to the sources, and who is hidden. */
export interface UserSurroundings {
  /** Undefined where the connection is not the one that is reconciled. */
  standingOf(user: Account): Standing | undefined;
  /** Deactivated users that the server does not list, as they were last seen; with a filter, those that it lets through. */
  readonly hidden: readonly UserResource[];
  /** Why less is known than there is to know. */
  readonly problem?: Problem;
}

/** Gathers what is known around a list. What the list has shown is remembered, so that it is known when it is hidden later. */
export async function userSurroundings({ host, connection }: ListPlace): Promise<UserSurroundings> {
  const session = await host.sessions.get();
  try {
    remember(host, session, connection);
    return { standingOf: standings(host, session, connection), hidden: hidden(host, session, connection) };
  } catch (error) {
    return { standingOf: () => undefined, hidden: [], problem: describeProblem(error) };
  }
}

/** Lists, and items of lists, that a session has remembered. */
const remembered = new WeakMap<Session, WeakSet<object>>();

function remember(host: Host, session: Session, connection: string): void {
  const { filter } = host.resources.users;
  const list = host.resources.users.list(connection);
  if (list === undefined || session.directory(connection).abilities.enumerates !== "active") return;
  const known = remembered.get(session) ?? new WeakSet();
  remembered.set(session, known);
  if (known.has(list)) return;
  const isWhole = filter === undefined && list.next === undefined && list.items.length === list.total;
  const shown = isWhole ? list.items : list.items.filter((item) => !known.has(item));
  session.rememberShown(
    connection,
    shown.map(({ data }) => data as Account),
    isWhole,
  );
  for (const each of [list, ...shown]) known.add(each);
}

function standings(host: Host, session: Session, connection: string) {
  if (session.configuration.policy?.target !== connection) return () => undefined;
  const links = session.links(connection);
  return (user: Account) =>
    standingOf({
      judgement: host.reconciliation.judgementOf(connection, user.id),
      outdated: host.reconciliation.inHand?.outdated.has(user.id) ?? false,
      links: links.get(user.id) ?? [],
      protected: session.isProtected(connection, user.attributes),
    });
}

function hidden(host: Host, session: Session, connection: string): readonly UserResource[] {
  if (session.directory(connection).abilities.enumerates !== "active") return [];
  const { filter } = host.resources.users;
  const matches = filter === undefined ? () => true : compileFilter(parseFilter(filter));
  return session
    .hiddenAccounts(connection)
    .filter(({ attributes }) => matches(attributes))
    .map(userResource);
}
