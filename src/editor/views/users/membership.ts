import { urlOf } from "../../../platforms/address.ts";
import type { ScimGroup } from "../../../platforms/scim/answers.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { allows } from "../../resources/consent.ts";
import { type Opened, openConnection } from "../../resources/open.ts";
import { withViewProgress } from "../../ui/progress.ts";
import type { Group, UserGroupsSubject } from "./groups.ts";
import { siftProtected } from "./held-back.ts";
import { tellNote } from "./tell-note.ts";
import type { UserResource } from "./user.ts";

interface Membership {
  readonly user: UserResource;
  readonly group: Group;
  /** Whether the user is to be in the group. */
  readonly member: boolean;
}

/** Puts a user into a group or takes it out, after one question, and shows the user's groups as they are then. */
export async function changeMembership(host: Host, { user, group, member }: Membership): Promise<void> {
  if ((await siftProtected(host, [user])).free.length === 0) return;
  const { connection, name } = user;
  const opened = await openConnection(host.sessions, connection);
  const verb = member ? "Add" : "Remove";
  const approved = await allows(host, connection, {
    id: "membership",
    message: `${verb} ${name} ${member ? "to" : "from"} the group ${group.name} of ${connection}?`,
    detail: [
      `${name}: ${member ? `not in ${group.name} → in it` : `in ${group.name} → not in it`}.`,
      "What members of the group may see and do follows from it at once.",
      `${connection} is ${opened.settings.url}`,
    ].join("\n"),
    action: verb,
  });
  if (!approved) return;
  try {
    const note = await withViewProgress(viewIdOf("users"), () => write(opened, user.id, group, member));
    await tellNote(host, name, note === undefined ? {} : { note });
  } finally {
    await showGroups(host, user);
  }
}

/** Changes a group that was read again just before; answers what is worth telling. A lost answer is looked up, and nothing is sent twice. */
async function write(opened: Opened, id: string, group: Group, member: boolean): Promise<string | undefined> {
  if ((await isMember(opened, group, id)) === member) return "It was so already; nothing was sent.";
  const operation = member
    ? {
        op: "add",
        path: "members",
        value: [{ value: id, $ref: await urlOf(opened, { operation: "get_user", args: { id } }) }],
      }
    : { op: "remove", path: `members[value eq ${JSON.stringify(id)}]` };
  const body = { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: [operation] };
  try {
    await opened.client.callNamed("patch_group", { id: group.id, body });
    return undefined;
  } catch (error) {
    if ((error as { readonly landed?: unknown }).landed !== "unknown") throw error;
    if ((await isMember(opened, group, id)) !== member) throw error;
    return "The answer was lost; reading again showed that the change had landed.";
  }
}

async function isMember({ client }: Opened, { id }: Group, user: string): Promise<boolean> {
  const { members } = (await client.callNamed("get_group", { id })) as ScimGroup;
  return members?.some(({ value }) => value === user) ?? false;
}

/** Reads a user's groups again wherever they have been opened. */
async function showGroups(host: Host, { connection, id }: UserResource): Promise<void> {
  const tree = host.views.get(viewIdOf("users"))?.tree;
  for (const handle of tree?.known() ?? []) {
    const subject = handle.node.subject as UserGroupsSubject | undefined;
    if (subject?.kind !== "userGroups") continue;
    if (subject.user.connection === connection && subject.user.id === id) await tree?.refresh(handle);
  }
}
