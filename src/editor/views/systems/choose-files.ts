import * as vscode from "vscode";
import { givenSubjects } from "../../commands/given.ts";
import type { Host } from "../../host.ts";
import { remoteScheme, viewIdOf } from "../../identifiers.ts";
import { foldersFirst, type RemoteEntry } from "../../remote-files/entry.ts";
import { childOf, parentOf, pathText, type RemotePath } from "../../remote-files/path.ts";
import { remoteFilesOf } from "../../remote-files/remote-files.ts";
import { pathAt } from "../../remote-files/uri.ts";
import { chooseResources } from "../../resources/choose.ts";
import type { Choice } from "../../ui/ask.ts";
import { withViewProgress } from "../../ui/progress.ts";
import type { RemoteFileSubject } from "./subjects.ts";

/** What is wanted: a folder, a file, or either; `item` is what can be changed, which a system's home and root cannot. */
type Wanted = "folder" | "file" | "any" | "item";

/** A file or folder that was chosen. */
export interface ChosenFile {
  readonly path: RemotePath;
  readonly isFolder: boolean;
}

const whatIsWanted: Readonly<Record<Wanted, string>> = {
  folder: "folders",
  file: "files",
  any: "files and folders",
  item: "files and folders below the home and root of a system",
};

/**
 * The files and folders that a command was run on, in a view or in the editor's own explorer. Those that are not wanted are left out,
 * and the person is told where that leaves none. Where it was run on none, one that the person finds by going down from a system.
 */
export async function chooseFiles(
  host: Host,
  given: readonly unknown[],
  title: string,
  wanted: Wanted,
): Promise<readonly ChosenFile[]> {
  const named = [
    ...givenSubjects<RemoteFileSubject>(given, "remoteFile"),
    ...(await filesAt(host, urisIn(given))),
  ];
  if (named.length > 0) {
    const possible = named.filter((file) => isWanted(wanted, file));
    if (possible.length === 0) {
      const message = `This is done with ${whatIsWanted[wanted]}.`;
      await host.ask.offer({ id: "none", level: "information", message, actions: [] });
    }
    return possible;
  }
  const [system] = await chooseResources(host, given, "systems", { title });
  if (system === undefined) return [];
  const home: RemotePath = { connection: system.connection, system: system.id, base: "home", names: [] };
  const chosen = await chooseBelow(host, title, wanted, home);
  return chosen === undefined ? [] : [chosen];
}

/** Lets the person go from folder to folder until something is chosen. */
export async function chooseBelow(
  host: Host,
  title: string,
  wanted: Wanted,
  start: RemotePath,
): Promise<ChosenFile | undefined> {
  for (let folder = start; ; ) {
    const entries = await withViewProgress(viewIdOf("systems"), () => remoteFilesOf(host).list(folder));
    const here = { path: folder, isFolder: true };
    const ways = [
      ...(isWanted(wanted, here) ? [taking(here)] : []),
      upFrom(folder),
      ...entries
        .filter(({ isFolder }) => isFolder || wanted !== "folder")
        .toSorted(foldersFirst)
        .map((entry) => into(folder, entry)),
    ];
    const choices = ways.map(({ choice }) => choice);
    const answer = await host.ask.pick({ id: "file", title, placeholder: pathText(folder), choices });
    const way = ways.find(({ choice }) => choice.id === answer);
    if (way === undefined) return undefined;
    if (way.takes || !way.file.isFolder) return way.file;
    folder = way.file.path;
  }
}

function isWanted(wanted: Wanted, { path, isFolder }: ChosenFile): boolean {
  if (wanted === "any") return true;
  if (wanted === "item") return path.names.length > 0;
  return isFolder === (wanted === "folder");
}

/** The addresses that the explorer hands over: the one that was clicked, and all that are selected. */
function urisIn([first, selected]: readonly unknown[]): readonly vscode.Uri[] {
  const uris: readonly unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [first];
  return uris.filter((each) => each instanceof vscode.Uri && each.scheme === remoteScheme) as vscode.Uri[];
}

function filesAt(host: Host, uris: readonly vscode.Uri[]): Promise<readonly ChosenFile[]> {
  return Promise.all(
    uris.map(async (uri) => {
      const path = pathAt(uri);
      const { isFolder } = await remoteFilesOf(host).find(path);
      return { path, isFolder };
    }),
  );
}

/** One choice on the way, and where it leads. */
interface Way {
  readonly choice: Choice;
  readonly file: ChosenFile;
  readonly takes?: true;
}

function taking(file: ChosenFile): Way {
  const choice = { id: ".", label: "This folder", description: pathText(file.path), icon: "folder-opened" };
  return { choice, file, takes: true };
}

/** To the folder above; from the home folder to the system's root, and back. */
function upFrom(folder: RemotePath): Way {
  const above = parentOf(folder);
  if (above !== undefined)
    return { choice: { id: "..", label: "..", icon: "arrow-up" }, file: { path: above, isFolder: true } };
  const isHome = folder.base === "home";
  const other: RemotePath = { ...folder, base: isHome ? "root" : "home" };
  const look = isHome ? { label: "Root", icon: "root-folder" } : { label: "Home", icon: "home" };
  return { choice: { id: "..", ...look }, file: { path: other, isFolder: true } };
}

function into(folder: RemotePath, { name, isFolder }: RemoteEntry): Way {
  const choice = { id: `/${name}`, label: name, icon: isFolder ? "folder" : "file" };
  return { choice, file: { path: childOf(folder, name), isFolder } };
}
