import { askLevel, giveAccess, grantsToChange } from "../../grants/change.ts";
import { chooseGrants } from "../../grants/choose.ts";
import { askUser } from "../../grants/people.ts";
import type { Host } from "../../host.ts";

const title = "Grant Access";

/** Asks for a user name and a level, and gives that person access. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const owner = await chooseGrants(host, given, title);
  if (owner === undefined) return;
  const grants = await grantsToChange(host, owner);
  if (grants === undefined) return;
  const user = await askUser(host, title, owner);
  if (user === undefined) return;
  const present = grants.find((grant) => grant.user === user);
  const level = present?.fixed ? present.level : await askLevel(host, title, owner, present?.level);
  if (level !== undefined) await giveAccess(host, owner, { user, level }, grants);
}
