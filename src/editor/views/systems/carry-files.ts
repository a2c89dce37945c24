import type { Host } from "../../host.ts";
import { childOf, isWithin, nameOf, parentOf, pathText, type RemotePath } from "../../remote-files/path.ts";
import { RemoteFileError } from "../../remote-files/remote-file-error.ts";
import { type RemoteFiles, remoteFilesOf } from "../../remote-files/remote-files.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { chooseBelow, chooseFiles } from "./choose-files.ts";

const words = {
  copy: { title: "Copy File", doing: "copying", done: "copied" },
  move: { title: "Move File", doing: "moving", done: "moved" },
} as const;

type Way = keyof typeof words;

/** Copies or moves what a command was run on into a folder of the same system that the person picks. Nothing is written over. */
export async function carryFiles(host: Host, given: readonly unknown[], way: Way): Promise<void> {
  const { title, doing, done } = words[way];
  const items = await chooseFiles(host, given, title, "item");
  const start = items[0] && parentOf(items[0].path);
  if (start === undefined) return;
  const folder = await chooseBelow(host, `${title} to`, "folder", start);
  if (folder === undefined) return;
  const files = remoteFilesOf(host);
  await workOnEach(host, {
    items,
    nameOf: ({ path }) => pathText(path),
    doing,
    done,
    one: "file",
    run: ({ path }, signal) => carry(files, way, path, folder.path, signal),
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
