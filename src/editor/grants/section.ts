import type { Host } from "../host.ts";
import { openConnection } from "../resources/open.ts";
import { sectionNode } from "../resources/section.ts";
import { markdownText, type TreeNode } from "../tree/node.ts";
import { grantKindOf } from "./kinds.ts";
import type { Grant, GrantOwner, GrantSubject, GrantsSubject } from "./owner.ts";

/** Stands for everybody in Abaco. */
const everybody = "ABACO_WORLD";

/** The section that says who may do what with something. */
export function grantsNode(host: Host, ownerId: string, owner: GrantOwner): TreeNode {
  const { title, removeAll } = grantKindOf(owner.kind);
  const subject: GrantsSubject = { kind: "grants", connection: owner.connection, owner };
  return sectionNode(ownerId, {
    name: "grants",
    label: title,
    icon: { id: "organization" },
    noun: "grants",
    flags: removeAll === undefined ? [] : ["removable"],
    subject,
    none: owner.kind === "system" ? "Nobody has a role" : "Nobody was given access",
    load: async (signal) => {
      const grants = await grantsOf(host, owner, signal);
      return grants.map((grant) => grantNode(`${ownerId}/grants`, owner, grant));
    },
  });
}

/** Who may do what with something, by user name. */
export async function grantsOf(
  host: Host,
  owner: GrantOwner,
  signal?: AbortSignal,
): Promise<readonly Grant[]> {
  const kind = grantKindOf(owner.kind);
  const { client } = await openConnection(host.sessions, owner.connection);
  const { operation, args } = kind.list(owner.id);
  const answer = await client.callNamed(operation, args, signal ? { signal } : {});
  return kind.read(answer).toSorted((one, other) => one.user.localeCompare(other.user, "en"));
}

/** What a level lets people do. */
export function levelHelp(owner: GrantOwner, level: string): string | undefined {
  return grantKindOf(owner.kind).levels.find(({ id }) => id === level)?.help;
}

function grantNode(ownerId: string, owner: GrantOwner, grant: Grant): TreeNode {
  const { user, level } = grant;
  const subject: GrantSubject = { kind: "grant", connection: owner.connection, owner, grant };
  const help = levelHelp(owner, level);
  return {
    id: `${ownerId}/${user}`,
    label: user === everybody ? "Everybody" : user,
    description: level,
    tooltip: `**${markdownText(user)}** may ${help ?? markdownText(level)}`,
    icon: { id: user === everybody ? "globe" : "account" },
    noun: "grant",
    spoken: owner.kind === "system" ? "role" : "permission",
    subject,
  };
}
