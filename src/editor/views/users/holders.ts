import { openDocument } from "../../documents/open.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { withViewProgress } from "../../ui/progress.ts";
import { type Answer, type AskedOfUser, askEmail, askUserName } from "./questions.ts";
import { type UserResource, userResource } from "./user.ts";

/**
 * Asks for an e-mail address that nobody has. Where somebody has it, the person is told who, and offered to open that user or, where
 * they are deactivated, to reactivate them; nothing is answered then.
 */
export async function askFreeEmail(host: Host, asked: AskedOfUser): Promise<Answer> {
  const email = await askEmail(host, asked);
  if (typeof email !== "string") return email;
  const { shown, hidden } = await holdersOf(host, asked.connection, { email });
  if (shown !== undefined) await offerToOpen(host, shown, email);
  else if (hidden !== undefined) await offerToReactivate(host, hidden, email);
  return shown === undefined && hidden === undefined ? email : undefined;
}

/** Asks for a user name that nobody else has, and once more with who has it where somebody does. */
export async function askFreeUserName(host: Host, asked: AskedOfUser): Promise<Answer> {
  const taken = new Map<string, string>();
  for (let value = asked.value ?? ""; ; ) {
    const userName = await askUserName(host, { ...asked, value, taken });
    if (typeof userName !== "string") return userName;
    const { shown, hidden } = await holdersOf(host, asked.connection, { userName }, asked.self);
    const holder = shown ?? hidden;
    if (holder === undefined) return userName;
    taken.set(userName, shown === undefined ? `${holder.name}, who is deactivated,` : holder.name);
    value = userName;
  }
}

async function holdersOf(
  host: Host,
  connection: string,
  names: { readonly email?: string; readonly userName?: string },
  self?: UserResource,
): Promise<{ readonly shown: UserResource | undefined; readonly hidden: UserResource | undefined }> {
  const session = await host.sessions.get();
  const { shown, hidden } = await withViewProgress(viewIdOf("users"), () =>
    session.holders(connection, names),
  );
  const first = (accounts: typeof shown) => accounts.filter(({ id }) => id !== self?.id).map(userResource)[0];
  return { shown: first(shown), hidden: first(hidden) };
}

async function offerToOpen(host: Host, user: UserResource, email: string): Promise<void> {
  const { view, connection, id, name } = user;
  const open = "Open User";
  const answer = await host.ask.offer({
    id: "taken",
    level: "warning",
    message: `${name} of ${connection} has the e-mail ${email} already; creating it again could overwrite that user. Nothing was sent.`,
    actions: [open],
  });
  if (answer === open) await openDocument({ kind: "resource", view, connection, id }, { resource: user });
}

async function offerToReactivate(host: Host, user: UserResource, email: string): Promise<void> {
  const reactivate = "Reactivate…";
  const answer = await host.ask.offer({
    id: "deactivated",
    level: "warning",
    message: `${user.name} of ${user.connection} has the e-mail ${email} already and is deactivated; creating it again could overwrite that user. Nothing was sent.`,
    actions: [reactivate],
  });
  if (answer !== reactivate) return;
  const { reactivateUsers } = await import("./activity.ts");
  await reactivateUsers(host, [user]);
}
