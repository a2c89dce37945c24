import { askLevel, giveAccess } from "../../grants/change.ts";
import { chooseGrantsOfPeople } from "../../grants/choose.ts";
import type { Host } from "../../host.ts";

const title = "Change Access";

/** Gives somebody another level of access. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [subject] = await chooseGrantsOfPeople(host, given, title);
  if (subject === undefined) return;
  const { owner, grant } = subject;
  const level = await askLevel(host, title, owner, grant.level);
  if (level !== undefined) await giveAccess(host, owner, { user: grant.user, level });
}
