import type { Host } from "../../host.ts";
import { chooseSubjects } from "../../tree/choose.ts";
import type { UserGroupSubject } from "../../views/users/groups.ts";
import { changeMembership } from "../../views/users/membership.ts";

/** Takes a user out of a group. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [chosen] = await chooseSubjects<UserGroupSubject>(host, given, {
    kind: "userGroup",
    title: "Remove User from Group",
    view: "users",
    path: ["user", "userGroups", "userGroup"],
    flag: "changeable",
    none: "The user is in no group that could be changed.",
  });
  if (chosen !== undefined)
    await changeMembership(host, { user: chosen.user, group: chosen.group, member: false });
}
