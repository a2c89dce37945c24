import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { openConnection } from "../../resources/open.ts";
import { withViewProgress } from "../../ui/progress.ts";
import { chooseUsers } from "../../views/users/choose.ts";
import { allGroups, groupOf, hasGroups, type UserGroupsSubject } from "../../views/users/groups.ts";
import { changeMembership } from "../../views/users/membership.ts";
import { givenSubject } from "../given.ts";

const title = "Add User to Group";

/** Puts a user into a group that the person picks among those that the user is not in. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const user =
    givenSubject<UserGroupsSubject>(given, "userGroups")?.user ??
    (await chooseUsers(host, given, { title }))[0];
  if (user === undefined) return;
  const opened = await openConnection(host.sessions, user.connection);
  if (!hasGroups(opened)) return tell(host, `${user.connection} has no operations on groups.`);
  const groups = await withViewProgress(viewIdOf("users"), () => allGroups(opened));
  const others = groups.filter(({ members }) => !members?.some(({ value }) => value === user.id));
  if (others.length === 0)
    return tell(host, `${user.name} is in every group of ${user.connection} that you may see.`);
  const answer = await host.ask.pick({
    id: "group",
    title,
    placeholder: `Which group should ${user.name} be in?`,
    choices: others.map(({ id, displayName, members = [] }) => ({
      id,
      label: displayName,
      description: `${members.length.toLocaleString("en")} members · ${id}`,
      icon: "organization",
    })),
  });
  const group = others.find(({ id }) => id === answer);
  if (group !== undefined) await changeMembership(host, { user, group: groupOf(group), member: true });
}

async function tell(host: Host, message: string): Promise<void> {
  await host.ask.offer({ id: "none", level: "information", message, actions: [] });
}
