import type { Job } from "../../../platforms/agave/answers/jobs.ts";
import type { Host } from "../../host.ts";
import { pathText, remotePath } from "../../remote-files/path.ts";
import { factNode, sectionNode } from "../../resources/section.ts";
import type { TreeNode } from "../../tree/node.ts";
import { agaveClient } from "../agave/client.ts";
import { folderNode } from "../systems/file-nodes.ts";
import type { JobPlace } from "./subjects.ts";
import { durationText, momentText } from "./times.ts";

/** How a job ran, and the folders that its files are in. */
export function detailsNode(host: Host, ownerId: string, { connection, job: jobId }: JobPlace): TreeNode {
  const id = `${ownerId}/details`;
  return sectionNode(ownerId, {
    name: "details",
    label: "Details",
    icon: { id: "list-unordered" },
    noun: "jobDetails",
    none: "The platform tells nothing of it",
    async load(signal) {
      const client = await agaveClient(host, connection);
      const job = await client.call("jobs.get", { jobId }, { signal });
      return [...foldersOf(host, id, connection, job), ...factsOf(id, job)];
    },
  });
}

/** The archive, where there is one, and the folder that it ran in (`outputPath`), which is cleared once all is in the archive. */
function foldersOf(host: Host, id: string, connection: string, job: Job): readonly TreeNode[] {
  const { archive, archiveSystem, archivePath, executionSystem, outputPath, status } = job;
  const isCleared = archive === true && status === "FINISHED";
  const folder = (label: string, icon: string, system: string, path: string) => {
    const place = remotePath(connection, system, path);
    return { ...folderNode(host, `${id}/${label}`, place, { label, icon }), description: pathText(place) };
  };
  return [
    ...(archive && archiveSystem && archivePath
      ? [folder("Archive", "archive", archiveSystem, archivePath)]
      : []),
    ...(executionSystem && outputPath && !isCleared
      ? [folder("Work directory", "folder", executionSystem, outputPath)]
      : []),
  ];
}

function factsOf(id: string, job: Job): readonly TreeNode[] {
  const moment = (time: string | null | undefined) => (time ? momentText(time) : undefined);
  return [
    factNode(id, "message", job.message, "comment"),
    factNode(id, "app", job.appId, "package"),
    factNode(id, "system", job.executionSystem, "server"),
    factNode(id, "queue", job.batchQueue, "layers"),
    factNode(id, "nodes", job.nodeCount),
    factNode(id, "processors per node", job.processorsPerNode),
    factNode(id, "memory per node in GB", job.memoryPerNode),
    factNode(id, "longest run time", job.maxRunTime, "watch"),
    factNode(id, "ran for", durationText(job.startTime, job.endTime), "watch"),
    factNode(id, "created", moment(job.created), "calendar"),
    factNode(id, "submitted", moment(job.submitTime), "calendar"),
    factNode(id, "started", moment(job.startTime), "calendar"),
    factNode(id, "ended", moment(job.endTime), "calendar"),
    factNode(id, "owner", job.owner, "account"),
    factNode(id, "id on the system", job.localId),
    factNode(id, "retries", job.retries),
  ].filter((node) => node !== undefined);
}
