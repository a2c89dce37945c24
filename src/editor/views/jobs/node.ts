import type { JobSummary } from "../../../platforms/agave/answers/jobs.ts";
import type { Resource } from "../../resources/resource.ts";
import { resourceNode } from "../../resources/resource-node.ts";
import type { TreeNode } from "../../tree/node.ts";

/** Job as an item of the view. */
export function jobNode(resource: Resource<JobSummary>): TreeNode {
  const { data, name } = resource;
  return resourceNode(resource, {
    label: name,
    description: [data.status, data.appId].filter(Boolean).join(" · "),
    icon: { id: "run-all" },
    noun: "job",
    spoken: "job",
  });
}
