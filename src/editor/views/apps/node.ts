import type { AppSummary } from "../../../platforms/agave/answers/apps.ts";
import type { Resource } from "../../resources/resource.ts";
import { resourceNode } from "../../resources/resource-node.ts";
import type { TreeNode } from "../../tree/node.ts";

/** App as an item of the view. */
export function appNode(resource: Resource<AppSummary>): TreeNode {
  const { data, name } = resource;
  return resourceNode(resource, {
    label: name,
    description: [data.executionSystem, data.isPublic ? "public" : "private"].filter(Boolean).join(" · "),
    icon: { id: "package" },
    noun: "app",
    spoken: "app",
  });
}
