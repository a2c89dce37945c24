import type { Actor } from "../../../platforms/agave/answers/actors.ts";
import type { Resource } from "../../resources/resource.ts";
import { resourceNode } from "../../resources/resource-node.ts";
import type { TreeNode } from "../../tree/node.ts";

/** Actor as an item of the view. */
export function actorNode(resource: Resource<Actor>): TreeNode {
  const { data, name } = resource;
  return resourceNode(resource, {
    label: name,
    description: data.status ?? "",
    icon: { id: "server-process" },
    noun: "actor",
    spoken: "actor",
  });
}
