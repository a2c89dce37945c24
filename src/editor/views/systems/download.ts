import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { saveAnswer } from "../../../session/operation/files.ts";
import { childOf, nameOf, type RemotePath } from "../../remote-files/path.ts";
import type { RemoteFiles } from "../../remote-files/remote-files.ts";
import type { ChosenFile } from "./choose-files.ts";

/** A remote file and where it goes on this machine. */
export interface Downloading {
  readonly path: RemotePath;
  /** Absolute. */
  readonly target: string;
}

/** The files that items stand for, those in folders among them, with their places below a folder of this machine. */
export async function filesOf(
  files: RemoteFiles,
  items: readonly ChosenFile[],
  target: string,
  signal?: AbortSignal,
): Promise<readonly Downloading[]> {
  const found: Downloading[] = [];
  for (const { path, isFolder } of items) {
    const place = join(target, localName(path.names.length === 0 ? path.system : nameOf(path)));
    if (!isFolder) found.push({ path, target: place });
    else {
      const entries = await files.list(path, signal);
      const below = entries.map((entry) => ({ path: childOf(path, entry.name), isFolder: entry.isFolder }));
      found.push(...(await filesOf(files, below, place, signal)));
    }
  }
  return found;
}

/** Writes a remote file to its place, which it takes once it is whole. */
export async function download(
  files: RemoteFiles,
  { path, target }: Downloading,
  signal: AbortSignal,
): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await saveAnswer(await files.download(path, signal), target, signal);
}

/** Whether there is something at a place of this machine. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** A name as this machine can have it. On Windows some characters lead elsewhere. */
function localName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Windows has no names with them.
  return process.platform === "win32" ? name.replaceAll(/[<>:"\\|?*\u0000-\u001f]/g, "_") : name;
}
