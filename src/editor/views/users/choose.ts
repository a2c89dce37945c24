import { givenSubjects } from "../../commands/given.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { choosePlatformConnection, chooseResources } from "../../resources/choose.ts";
import type { ResourceSubject } from "../../resources/resource.ts";
import { withViewProgress } from "../../ui/progress.ts";
import { type UserResource, userResource } from "./user.ts";

interface Choosing {
  readonly title: string;
  readonly eligible?: { readonly test: (user: UserResource) => boolean; readonly none: string };
}

const find = "find";

/**
 * The users that a command was run on, or one that the person picks among those that have been read or finds by a key. Those that it
 * cannot be done with are left out, and the person is told where that leaves none. Empty where nothing was picked.
 */
export async function chooseUsers(
  host: Host,
  given: readonly unknown[],
  choosing: Choosing,
): Promise<readonly UserResource[]> {
  const selected = givenSubjects<ResourceSubject>(given, "resource").some(({ view }) => view === "users");
  if (selected) return chooseResources(host, given, "users", choosing);
  const { title, eligible } = choosing;
  const connection = await choosePlatformConnection(host, given, "users", title);
  if (connection === undefined) return [];
  const list = await withViewProgress(viewIdOf("users"), () => host.resources.users.current(connection.name));
  const isEligible = (user: UserResource) => eligible?.test(user) ?? true;
  const possible = (list.items as readonly UserResource[]).filter(isEligible);
  const answer = await host.ask.pick({
    id: "user",
    title,
    placeholder: "Which user?",
    choices: [
      { id: find, label: "Find by e-mail, user name or id…", icon: "search" },
      ...possible.map(({ id, name, data }) => ({
        id: `user ${id}`,
        label: name,
        description: data.emails[0] ?? id,
        icon: data.active ? "account" : "circle-slash",
      })),
    ],
  });
  if (answer !== find) return possible.filter(({ id }) => answer === `user ${id}`);
  const found = await findUser(host, connection.name, title);
  if (found === undefined) return [];
  if (isEligible(found)) return [found];
  await tell(host, eligible?.none ?? "");
  return [];
}

/** The user who carries a key that the person types; undefined where nobody does, which is told. */
async function findUser(host: Host, connection: string, title: string): Promise<UserResource | undefined> {
  const answer = await host.ask.input({
    id: "key",
    title,
    prompt: "The e-mail, user name or id of the user",
    validate: (text) => (text.trim() === "" ? { message: "Type what the user is known by." } : undefined),
  });
  if (typeof answer !== "string") return undefined;
  const key = answer.trim();
  const session = await host.sessions.get();
  const account = await withViewProgress(viewIdOf("users"), async () => {
    const names = key.includes("@") ? { email: key, userName: key } : { userName: key };
    const { shown, hidden } = await session.holders(connection, names);
    return shown[0] ?? hidden[0] ?? (await session.directory(connection).get(key).catch(noSuchId));
  });
  if (account !== undefined) return userResource(account);
  await tell(host, `Nobody of ${connection} is known by ${key}.`);
  return undefined;
}

/** Servers refuse what cannot be an id. */
function noSuchId(error: unknown): undefined {
  if ((error as { readonly kind?: unknown }).kind === "invalid") return undefined;
  throw error;
}

async function tell(host: Host, message: string): Promise<void> {
  await host.ask.offer({ id: "none", level: "information", message, actions: [] });
}
