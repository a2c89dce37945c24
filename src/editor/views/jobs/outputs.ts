import type { RemoteFile } from "../../../platforms/agave/answers/common.ts";
import type { Host } from "../../host.ts";
import { openConnection } from "../../resources/open.ts";
import { sectionNode } from "../../resources/section.ts";
import { markdownText, type NodeLoader, type TreeNode } from "../../tree/node.ts";
import { sizeText } from "../../ui/size.ts";
import { agave } from "../agave/client.ts";
import type { JobOutputSubject, JobPlace, JobSectionSubject } from "./subjects.ts";

const most = 1000;

/** The files that a job has written. */
export function outputsNode(host: Host, ownerId: string, place: JobPlace): TreeNode {
  const subject: JobSectionSubject = { kind: "jobOutputs", ...place };
  const { load } = folder(host, `${ownerId}/outputs`, place, "");
  return sectionNode(ownerId, {
    name: "outputs",
    label: "Outputs",
    icon: { id: "files" },
    noun: "jobOutputs",
    subject,
    none: "No output yet",
    load,
  });
}

/** What lies in a folder of a job's output: folders first, by name. */
function folder(host: Host, ownerId: string, place: JobPlace, path: string): NodeLoader {
  return {
    async load(signal) {
      const client = agave(await openConnection(host.sessions, place.connection));
      const args = { jobId: place.job, limit: most, ...(path === "" ? {} : { filePath: path }) };
      const files = await client.call("jobs.listOutputs", args, { signal });
      return files
        .filter(({ name }) => name !== "." && name !== "..")
        .toSorted(byKindAndName)
        .map((file) => outputNode(host, ownerId, place, path, file));
    },
  };
}

function byKindAndName(one: RemoteFile, other: RemoteFile): number {
  return (
    Number(other.type === "dir") - Number(one.type === "dir") || one.name.localeCompare(other.name, "en")
  );
}

function outputNode(
  host: Host,
  ownerId: string,
  place: JobPlace,
  parent: string,
  file: RemoteFile,
): TreeNode {
  const path = parent === "" ? file.name : `${parent}/${file.name}`;
  const id = `${ownerId}/${file.name}`;
  const subject: JobOutputSubject = { kind: "jobOutput", ...place, path };
  const common = {
    id,
    label: file.name,
    noun: "jobOutput",
    tooltip: [path, file.mimeType, file.lastModified]
      .filter((text) => text !== undefined)
      .map(markdownText)
      .join("\n\n"),
    subject,
  };
  if (file.type === "dir")
    return {
      ...common,
      icon: { id: "folder" },
      flags: ["folder"],
      spoken: "folder",
      children: folder(host, id, place, path),
    };
  return {
    ...common,
    description: sizeText(file.length),
    icon: { id: "file" },
    flags: ["file"],
    spoken: "file",
    command: { id: "rollcall.openJobOutput", title: "Open Output of Job…" },
  };
}
