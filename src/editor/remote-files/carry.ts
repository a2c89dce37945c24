import type { Host } from "../host.ts";
import { workOnEach } from "../resources/work-on-each.ts";
import { chooseRemoteItems, walk } from "./choose.ts";
import { childOf, isWithin, nameOf, parentOf, pathText, type RemotePath } from "./path.ts";
import { RemoteFileError } from "./remote-file-error.ts";
import { type RemoteFiles, remoteFilesOf } from "./remote-files.ts";

const words = {
  copy: { title: "Copy Remote Files", doing: "copying", done: "copied" },
  move: { title: "Move Remote Files", doing: "moving", done: "moved" },
} as const;

type Way = keyof typeof words;

/** Copies or moves what a command was run on into a folder of the same system that the person picks. Nothing is written over. */
export async function carryRemoteFiles(host: Host, given: readonly unknown[], way: Way): Promise<void> {
  const { title, doing, done } = words[way];
  const items = await chooseRemoteItems(host, given, { title, wanted: "item" });
  const start = items[0] && parentOf(items[0].path);
  if (start === undefined) return;
  const folder = await walk(host, { title: `${title} to`, wanted: "folder" }, start);
  if (folder === undefined) return;
  const files = remoteFilesOf(host);
  await workOnEach(host, {
    items,
    nameOf: ({ path }) => pathText(path),
    doing,
    done,
    one: "item",
    run: ({ path }, signal) => carry(files, way, path, folder.path, signal),
    show: async () => undefined,
  });
}

async function carry(
  files: RemoteFiles,
  way: Way,
  from: RemotePath,
  folder: RemotePath,
  signal: AbortSignal,
): Promise<void> {
  const to = childOf(folder, nameOf(from));
  if (isWithin(to, from))
    throw new RemoteFileError(
      "refused",
      `${pathText(to)} is where it is, or in itself. Pick another folder.`,
    );
  if ((await files.lookAgain(to, signal)) !== undefined)
    throw new RemoteFileError(
      "exists",
      `${pathText(to)} exists already. Rename or delete one of them first.`,
    );
  await files[way](from, to, signal);
}
