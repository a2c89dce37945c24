import type { SystemSummary } from "../../../platforms/agave/answers/systems.ts";
import type { Resource } from "../../resources/resource.ts";
import { resourceNode } from "../../resources/resource-node.ts";
import type { TreeNode } from "../../tree/node.ts";

/** System as an item of the view. */
export function systemNode(resource: Resource<SystemSummary>): TreeNode {
  const { data, name } = resource;
  return resourceNode(resource, {
    label: name,
    description: [data.type?.toLowerCase(), data.public ? "public" : "private"].filter(Boolean).join(" · "),
    icon: { id: "server" },
    noun: "system",
    spoken: "system",
  });
}
