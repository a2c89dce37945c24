import type { AttributeSet } from "../../../identity/directory.ts";
import { changeOf, type HandChange, type HandOutcome } from "../../../reconcile/by-hand/change.ts";
import type { Host } from "../../host.ts";
import type { UserResource } from "./user.ts";

/** Writes one change of a user that was approved, and takes over what came of it. Nothing is shown yet. */
export async function writeUser(
  host: Host,
  { connection, id, data }: UserResource,
  action: Exclude<HandChange["action"], "create">,
  set: AttributeSet,
): Promise<HandOutcome> {
  const session = await host.sessions.get();
  try {
    const outcome = await session.changeAccount(connection, changeOf(data, action, set));
    host.reconciliation.outdate(connection, [id]);
    await takeOver(host, connection, id, outcome);
    return outcome;
  } catch (error) {
    if ((error as { readonly landed?: unknown }).landed === "unknown")
      host.reconciliation.outdate(connection, [id]);
    // What went wrong is told; that the user could not be read again either is less.
    await host.resources.users.reread(connection, id).catch(() => undefined);
    throw error;
  }
}

async function takeOver(host: Host, connection: string, id: string, { account }: HandOutcome): Promise<void> {
  const { users } = host.resources;
  if (account === undefined) await users.reread(connection, id);
  else if (users.list(connection)?.items.some((item) => item.id === id))
    await users.renew(connection, [account]);
  else if (users.filter === undefined) await users.take(connection, account);
  else users.expire(connection);
}
