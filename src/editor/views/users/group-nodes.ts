import type { Account } from "../../../identity/account.ts";
import type { TreeNode } from "../../tree/node.ts";

/** The groups that a SCIM user says it belongs to (RFC 7643 section 4.1.2, `groups`). Members that cannot be read are left out. */
export function groupNodes(ownerId: string, { attributes }: Account): readonly TreeNode[] {
  const groups: readonly unknown[] = Array.isArray(attributes.groups) ? attributes.groups : [];
  return groups.flatMap((group) => {
    if (typeof group !== "object" || group === null) return [];
    const { value, display } = group as { readonly value?: unknown; readonly display?: unknown };
    if (typeof value !== "string") return [];
    return {
      id: `${ownerId}/groups/${value}`,
      label: typeof display === "string" ? display : value,
      description: "group",
      icon: { id: "organization" },
      noun: "group",
    };
  });
}
