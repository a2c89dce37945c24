import type { ConnectionConfiguration } from "../../../config/configuration.ts";
import type { AttributeSet } from "../../../identity/directory.ts";
import { creationOf, type HandOutcome } from "../../../reconcile/by-hand/change.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { allows } from "../../resources/consent.ts";
import { resourceNodeId } from "../../resources/resource-node.ts";
import { readAgain, showAgain } from "../../resources/show-again.ts";
import { withViewProgress } from "../../ui/progress.ts";
import { protectionNote } from "./protection-note.ts";
import { tellNote } from "./tell-note.ts";
import { userResource } from "./user.ts";

/** What a user is made with. */
export interface NewUser {
  readonly email: string;
  readonly displayName: string;
  readonly userName: string;
  readonly active: boolean;
}

/** Creates a user after a question that shows all of it, and shows the user. */
export async function createUser(
  host: Host,
  { name: connection, url, production }: ConnectionConfiguration,
  { email, displayName, userName, active }: NewUser,
): Promise<void> {
  const set: AttributeSet = {
    displayName,
    userName,
    active,
    emails: [{ value: email, type: "work", primary: true }],
  };
  const approved = await allows(host, connection, {
    id: "create",
    message: `Create ${displayName} in ${connection}${production ? " (production)" : ""}?`,
    detail: [
      `E-mail ${email}, user name ${userName}, ${active ? "active" : "inactive"}.`,
      "",
      `${connection} is ${url}`,
      "It is looked up once more just before, so that nobody is overwritten.",
      ...(await protectionNote(host, connection, set)),
    ].join("\n"),
    action: "Create",
  });
  if (!approved) return;
  const session = await host.sessions.get();
  try {
    const outcome = await withViewProgress(viewIdOf("users"), () =>
      session.changeAccount(connection, creationOf(set)),
    );
    await show(host, connection, outcome);
    await tellNote(host, displayName, outcome);
  } catch (error) {
    if ((error as { readonly landed?: unknown }).landed === "unknown")
      await readAgain(host, "users", connection);
    throw error;
  }
}

/** Puts a new user before the others, as its own place may be pages away, and goes to it. */
async function show(host: Host, connection: string, { account }: HandOutcome): Promise<void> {
  if (account === undefined) return;
  host.reconciliation.outdate(connection, [account.id]);
  const { users } = host.resources;
  const isListed =
    account.active || (await host.sessions.get()).directory(connection).abilities.enumerates === "all";
  if (isListed && users.filter === undefined) await users.take(connection, account);
  else if (isListed) users.expire(connection);
  await showAgain(host, "users", connection);
  const view = host.views.get(viewIdOf("users"));
  const handle = view?.tree.find(resourceNodeId(userResource(account)));
  // The editor answers when the item is in sight, which is never where a person moves on meanwhile.
  if (handle !== undefined && view?.view.visible)
    void view.view.reveal(handle, { select: true, focus: true }).then(undefined, () => {});
}
