import type { TreeNode } from "../tree/node.ts";
import type { Resource, ResourceSubject } from "./resource.ts";

/** What a resource looks like; the rest is the same for all. */
export type ResourceLook = Pick<
  TreeNode,
  "label" | "description" | "tooltip" | "icon" | "noun" | "spoken" | "children"
> & { readonly flags?: readonly string[] };

/** The item of a resource. Menus offer what all resources have (refresh, open, copy) by the flag `resource`. */
export function resourceNode(resource: Resource, look: ResourceLook): TreeNode {
  const subject: ResourceSubject = { kind: "resource", ...resource };
  return {
    ...look,
    id: resourceNodeId(resource),
    flags: ["resource", ...(look.flags ?? [])],
    ...(look.children === undefined ? { command: { id: "rollcall.openJson", title: "Open as JSON" } } : {}),
    subject,
  };
}

/** The id of a resource's item. */
export function resourceNodeId({
  view,
  connection,
  id,
}: Pick<Resource, "view" | "connection" | "id">): string {
  return `${view}/${connection}/${id}`;
}
