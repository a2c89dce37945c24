import type { Host } from "../host.ts";
import { noteNode, sectionNode } from "../resources/section.ts";
import { markdownText, type TreeNode } from "../tree/node.ts";
import { grantKindOf } from "./kinds.ts";
import { grantsOf, PublicError } from "./list.ts";
import type { Grant, GrantOwner, GrantSubject, GrantsSubject } from "./owner.ts";

/** The section that says who may do what with something. */
export function grantsNode(host: Host, ownerId: string, owner: GrantOwner): TreeNode {
  const { title, grant: one, removeAll } = grantKindOf(owner.kind);
  const subject: GrantsSubject = { kind: "grants", connection: owner.connection, owner };
  const id = `${ownerId}/grants`;
  return sectionNode(ownerId, {
    name: "grants",
    label: title,
    icon: { id: "organization" },
    noun: "grants",
    flags: removeAll === undefined ? [] : ["removable"],
    subject,
    none: `Nobody has a ${one}`,
    async load(signal) {
      try {
        const grants = await grantsOf(host, owner, signal);
        return grants.map((grant) => grantNode(id, owner, grant));
      } catch (error) {
        if (error instanceof PublicError) return [publicNode(id, one)];
        throw error;
      }
    },
  });
}

/** What a level lets people do, for after `may`. */
export function levelHelp(owner: GrantOwner, level: string): string {
  return grantKindOf(owner.kind).levels.find(({ id }) => id === level)?.help ?? level;
}

/** The name of who is given access, for people. */
export function personName({ kind }: GrantOwner, user: string): string {
  return user === grantKindOf(kind).everybody ? "Everybody" : user;
}

function grantNode(ownerId: string, owner: GrantOwner, grant: Grant): TreeNode {
  const { user, level, fixed = false } = grant;
  const subject: GrantSubject = { kind: "grant", connection: owner.connection, owner, grant };
  const { grant: one, everybody } = grantKindOf(owner.kind);
  const help = levelHelp(owner, level);
  const rows = [
    `**${markdownText(personName(owner, user))}** may ${markdownText(help)}`,
    fixed ? `It belongs to them: this ${one} cannot be changed.` : undefined,
  ];
  return {
    id: `${ownerId}/${user}`,
    label: personName(owner, user),
    description: [level, fixed ? "owner" : help].join(" · "),
    tooltip: rows.filter((row) => row !== undefined).join("\n\n"),
    icon: { id: user === everybody ? "globe" : fixed ? "key" : "account" },
    noun: "grant",
    flags: fixed ? [] : ["changeable"],
    spoken: fixed ? `${one}, cannot be changed` : one,
    subject,
  };
}

function publicNode(ownerId: string, one: string): TreeNode {
  return {
    ...noteNode(ownerId, "Public", `everybody may use it, and it has no ${one}s`),
    icon: { id: "globe" },
  };
}
