import type { Job } from "../../../platforms/agave/answers/jobs.ts";
import type { Host } from "../../host.ts";
import { openConnection } from "../../resources/open.ts";
import { factNode, sectionNode } from "../../resources/section.ts";
import type { TreeNode } from "../../tree/node.ts";
import { agave } from "../agave/client.ts";
import type { JobPlace } from "./subjects.ts";

/** What a job was submitted with, and where it ran. */
export function detailsNode(host: Host, ownerId: string, place: JobPlace): TreeNode {
  return sectionNode(ownerId, {
    name: "details",
    label: "Details",
    icon: { id: "list-unordered" },
    noun: "jobDetails",
    none: "The platform tells nothing of it",
    async load(signal) {
      const client = agave(await openConnection(host.sessions, place.connection));
      const job = await client.call("jobs.get", { jobId: place.job }, { signal });
      return factsOf(`${ownerId}/details`, job);
    },
  });
}

function factsOf(id: string, job: Job): readonly TreeNode[] {
  return [
    factNode(id, "message", job.message, "comment"),
    factNode(id, "system", job.executionSystem, "server"),
    factNode(id, "queue", job.batchQueue),
    factNode(id, "nodes", job.nodeCount),
    factNode(id, "processors per node", job.processorsPerNode),
    factNode(id, "memory per node", job.memoryPerNode),
    factNode(id, "longest run time", job.maxRunTime),
    factNode(id, "retries", job.retries),
    factNode(id, "local id", job.localId),
    factNode(id, "archive", job.archive === true ? job.archivePath : undefined, "archive"),
    factNode(id, "archive system", job.archive === true ? job.archiveSystem : undefined, "server"),
    ...valuesOf(`${id}/inputs`, job.inputs, "sign-in"),
    ...valuesOf(`${id}/parameters`, job.parameters, "symbol-parameter"),
  ].filter((node) => node !== undefined);
}

function valuesOf(
  id: string,
  values: Readonly<Record<string, unknown>> = {},
  icon: string,
): readonly (TreeNode | undefined)[] {
  return Object.entries(values).map(([name, value]) =>
    factNode(id, name, Array.isArray(value) ? value.join(", ") : String(value), icon),
  );
}
