import type { Host } from "../../host.ts";
import { foldersFirst, type RemoteEntry } from "../../remote-files/entry.ts";
import { childOf, type RemotePath } from "../../remote-files/path.ts";
import { remoteFilesOf } from "../../remote-files/remote-files.ts";
import { remoteUri } from "../../remote-files/uri.ts";
import { noteNode } from "../../resources/section.ts";
import { markdownText, type NodeLoader, type TreeNode } from "../../tree/node.ts";
import { sizeText } from "../../ui/size.ts";
import { followFiles } from "./show-files.ts";
import type { RemoteFileSubject, SystemPlace } from "./subjects.ts";

/** The files of a system: its home folder, with the root beside it. */
export function filesNode(host: Host, ownerId: string, { connection, system }: SystemPlace): TreeNode {
  followFiles(host);
  const home: RemotePath = { connection, system, base: "home", names: [] };
  const root: RemotePath = { ...home, base: "root" };
  const id = `${ownerId}/files`;
  return {
    id,
    label: "Files",
    icon: { id: "files" },
    noun: "files",
    spoken: "section",
    children: () => [
      folderNode(host, id, home, { label: "Home", icon: "home" }),
      folderNode(host, id, root, { label: "Root", icon: "root-folder" }),
    ],
  };
}

/** A folder of a system; without an entry, one that is known by its path alone. */
export function folderNode(
  host: Host,
  ownerId: string,
  path: RemotePath,
  { label, icon, entry }: { readonly label: string; readonly icon: string; readonly entry?: RemoteEntry },
): TreeNode {
  const subject: RemoteFileSubject = {
    kind: "remoteFile",
    connection: path.connection,
    path,
    isFolder: true,
    ...(entry === undefined ? {} : { entry }),
  };
  return {
    id: fileNodeId(ownerId, path),
    label,
    ...(entry === undefined ? {} : { tooltip: tooltip(entry) }),
    icon: { id: icon },
    noun: "remoteFile",
    flags: ["folder", ...(entry === undefined ? ["base"] : ["below"])],
    spoken: "folder",
    subject,
    children: childrenOf(host, ownerId, path),
  };
}

function childrenOf(host: Host, ownerId: string, folder: RemotePath): NodeLoader {
  return {
    async load(signal) {
      const entries = await remoteFilesOf(host).list(folder, signal);
      if (entries.length === 0) return [noteNode(fileNodeId(ownerId, folder), "Nothing in here")];
      return entries.toSorted(foldersFirst).map((entry) => {
        const path = childOf(folder, entry.name);
        return entry.isFolder
          ? folderNode(host, ownerId, path, { label: entry.name, icon: "folder", entry })
          : fileNode(ownerId, path, entry);
      });
    },
  };
}

function fileNode(ownerId: string, path: RemotePath, entry: RemoteEntry): TreeNode {
  const subject: RemoteFileSubject = {
    kind: "remoteFile",
    connection: path.connection,
    path,
    isFolder: false,
    entry,
  };
  return {
    id: fileNodeId(ownerId, path),
    label: entry.name,
    description: [sizeText(entry.size), entry.isReadonly ? "read-only" : undefined]
      .filter(Boolean)
      .join(" · "),
    tooltip: tooltip(entry),
    icon: { id: "file" },
    noun: "remoteFile",
    flags: ["file", "below"],
    spoken: "file",
    command: { id: "vscode.open", title: "Open", arguments: [remoteUri(path)] },
    subject,
  };
}

/** The id of the item of a file, below the section of its system: whatever a file is called, no other item has its id. */
function fileNodeId(ownerId: string, { base, names }: RemotePath): string {
  return [`${ownerId}/${base}`, ...names].join("//");
}

function tooltip({ name, data }: RemoteEntry): string {
  const rows = [
    ["type", data.mimeType],
    ["last modified", data.lastModified],
    ["you may", data.permissions],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  const table = rows.map(([label, value]) => `- ${label}: ${markdownText(value)}`).join("\n");
  return [`**${markdownText(name)}**`, table].filter(Boolean).join("\n\n");
}
