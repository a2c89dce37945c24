import type { Host } from "../../host.ts";
import { jobOutputsOf } from "../../job-outputs/job-outputs.ts";
import { mostOutputs } from "../../job-outputs/listing.ts";
import { type OutputPlace, outputIn } from "../../job-outputs/place.ts";
import { outputUri } from "../../job-outputs/uri.ts";
import { largestShown } from "../../remote-files/content.ts";
import type { RemoteEntry } from "../../remote-files/entry.ts";
import { noteNode, sectionNode } from "../../resources/section.ts";
import { markdownText, type TreeNode } from "../../tree/node.ts";
import { sizeText } from "../../ui/size.ts";
import type { JobOutputSubject, JobPlace, JobSectionSubject } from "./subjects.ts";
import { momentText } from "./times.ts";

/** The files that a job has written. One that is under way may have none yet. */
export function outputsNode(host: Host, ownerId: string, place: JobPlace, underWay: boolean): TreeNode {
  const id = `${ownerId}/outputs`;
  const subject: JobSectionSubject = { kind: "jobOutputs", ...place };
  const all: OutputPlace = { connection: place.connection, job: place.job, names: [] };
  return sectionNode(ownerId, {
    name: "outputs",
    label: "Outputs",
    icon: { id: "files" },
    noun: "jobOutputs",
    subject,
    none: underWay ? "No output yet" : "No output",
    async load(signal) {
      try {
        return await outputNodes(host, id, all, signal);
      } catch (error) {
        if (underWay && (error as { readonly kind?: unknown }).kind === "notFound") return [];
        throw error;
      }
    },
  });
}

/** What lies in a folder: folders first, by name. */
async function outputNodes(
  host: Host,
  ownerId: string,
  folder: OutputPlace,
  signal: AbortSignal,
): Promise<readonly TreeNode[]> {
  const { entries, goesOn } = await jobOutputsOf(host).list(folder, signal);
  const nodes = entries
    .toSorted(byKindAndName)
    .map((entry) => outputNode(host, ownerId, outputIn(folder, entry.name), entry));
  return goesOn ? [...nodes, firstOnes(ownerId)] : nodes;
}

function firstOnes(ownerId: string): TreeNode {
  const first = `The first ${mostOutputs.toLocaleString("en")}`;
  return noteNode(ownerId, first, "Details has the folder that they are in");
}

function byKindAndName(one: RemoteEntry, other: RemoteEntry): number {
  return Number(other.isFolder) - Number(one.isFolder) || one.name.localeCompare(other.name, "en");
}

function outputNode(host: Host, ownerId: string, place: OutputPlace, entry: RemoteEntry): TreeNode {
  const { name, isFolder, size } = entry;
  const id = `${ownerId}/${name}`;
  const subject: JobOutputSubject = { kind: "jobOutput", ...place, name, size };
  const common = { id, label: name, noun: "jobOutput", tooltip: tooltip(place, entry), subject };
  if (isFolder)
    return {
      ...common,
      icon: { id: "folder" },
      flags: ["folder"],
      spoken: "folder",
      children: {
        async load(signal) {
          const nodes = await outputNodes(host, id, place, signal);
          return nodes.length > 0 ? nodes : [noteNode(id, "Nothing in here")];
        },
      },
    };
  return {
    ...common,
    description: sizeText(size),
    icon: { id: "file" },
    flags: ["file"],
    spoken: "file",
    command:
      size > largestShown
        ? { id: "rollcall.openJobOutput", title: "Open Output of Job…" }
        : { id: "vscode.open", title: "Open", arguments: [outputUri(place)] },
  };
}

function tooltip({ names }: OutputPlace, { data, size, isFolder }: RemoteEntry): string {
  const rows = [
    ["size", isFolder ? undefined : sizeText(size)],
    ["type", data.mimeType],
    ["last modified", data.lastModified && momentText(data.lastModified)],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  const table = rows.map(([label, value]) => `- ${label}: ${markdownText(value)}`).join("\n");
  return [`**${markdownText(names.join("/"))}**`, table].filter(Boolean).join("\n\n");
}
