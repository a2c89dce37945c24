import * as vscode from "vscode";
import { givenHandle, givenSubjects } from "../commands/given.ts";
import type { Host } from "../host.ts";
import { remoteScheme, viewIdOf } from "../identifiers.ts";
import { choosePlatformConnection } from "../resources/choose.ts";
import type { ResourceSubject } from "../resources/resource.ts";
import type { Choice } from "../ui/ask.ts";
import { withViewProgress } from "../ui/progress.ts";
import { systemIds } from "./above.ts";
import type { RemoteEntry } from "./entry.ts";
import { childOf, parentOf, pathText, type RemotePath } from "./path.ts";
import { remoteFilesOf } from "./remote-files.ts";
import type { RemoteFileSubject, RemoteItem } from "./subject.ts";
import { pathAt } from "./uri.ts";

/** What a command works on; `item` is what can be changed, which a system's home and root cannot. */
type Wanted = "file" | "folder" | "item" | "any";

interface Choosing {
  /** What is going to be done, as the questions' title. */
  readonly title: string;
  readonly wanted: Wanted;
}

/**
 * The files and folders that a command was run on, in the view of systems or the editor's own explorer. Where it was run on others or
 * on none, the person goes to one in quick picks. Those that are not wanted are left out, and the person is told where that leaves
 * none. Empty where nothing was picked.
 */
export async function chooseRemoteItems(
  host: Host,
  given: readonly unknown[],
  choosing: Choosing,
): Promise<readonly RemoteItem[]> {
  const named = [
    ...givenSubjects<RemoteFileSubject>(given, "remoteFile"),
    ...(await itemsAt(host, urisIn(given))),
  ];
  if (named.length === 0) {
    const start = await chooseStart(host, given, choosing.title);
    const chosen = start && (await walk(host, choosing, start));
    return chosen === undefined ? [] : [chosen];
  }
  const possible = named.filter((item) => isWanted(choosing.wanted, item));
  if (possible.length === 0) {
    const message = `This can be done with ${whatIsWanted[choosing.wanted]}.`;
    await host.ask.offer({ id: "none", level: "information", message, actions: [] });
  }
  return possible;
}

const whatIsWanted: Readonly<Record<Wanted, string>> = {
  any: "files and folders",
  file: "files, and not with folders",
  folder: "folders, and not with files",
  item: "files and folders, and not with the home or root of a system",
};

function isWanted(wanted: Wanted, { path, isFolder }: RemoteItem): boolean {
  if (wanted === "any") return true;
  if (wanted === "item") return path.names.length > 0;
  return isFolder === (wanted === "folder");
}

/** The addresses that the editor's explorer hands over: the one that was clicked, and all that are selected. */
function urisIn([first, selected]: readonly unknown[]): readonly vscode.Uri[] {
  const uris = Array.isArray(selected) && selected.length > 0 ? selected : [first];
  return uris.filter((each) => each instanceof vscode.Uri && each.scheme === remoteScheme);
}

function itemsAt(host: Host, uris: readonly vscode.Uri[]): Promise<readonly RemoteItem[]> {
  return Promise.all(
    uris.map(async (uri) => {
      const path = pathAt(uri);
      const { isFolder } = await remoteFilesOf(host).find(path);
      return { path, isFolder };
    }),
  );
}

/** The home folder of the system that a command was run on, or of one that the person picks. */
async function chooseStart(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<RemotePath | undefined> {
  const connection = (await choosePlatformConnection(host, given, "systems", title))?.name;
  if (connection === undefined) return undefined;
  const subject = givenHandle(given)?.node.subject as Partial<ResourceSubject> | undefined;
  const system =
    subject?.kind === "resource" && subject.view === "systems"
      ? subject.id
      : await chooseSystem(host, connection, title);
  return system === undefined ? undefined : { connection, system, base: "home", names: [] };
}

/** A system of a connection that the person picks, by its id. */
export async function chooseSystem(
  host: Host,
  connection: string,
  title: string,
): Promise<string | undefined> {
  const ids = await withViewProgress(viewIdOf("systems"), () => systemIds(host, connection));
  const choices = ids.map((id) => ({ id, label: id, icon: "server" }));
  const answer = await host.ask.pick({ id: "system", title, placeholder: "On which system?", choices });
  return ids.find((id) => id === answer);
}

/** Goes from folder to folder until the person takes something. */
export async function walk(
  host: Host,
  { title, wanted }: Choosing,
  start: RemotePath,
): Promise<RemoteItem | undefined> {
  for (let folder = start; ; ) {
    const entries = await withViewProgress(viewIdOf("systems"), () => remoteFilesOf(host).list(folder));
    const here = { path: folder, isFolder: true };
    const ways = [
      ...(isWanted(wanted, here) ? [take(here)] : []),
      up(folder),
      ...entries
        .filter(({ isFolder }) => isFolder || wanted !== "folder")
        .toSorted(foldersFirst)
        .map((entry) => into(folder, entry)),
    ];
    const choices = ways.map(({ choice }) => choice);
    const answer = await host.ask.pick({ id: "file", title, placeholder: pathText(folder), choices });
    const way = ways.find(({ choice }) => choice.id === answer);
    if (way === undefined) return undefined;
    if (way.takes || !way.item.isFolder) return way.item;
    folder = way.item.path;
  }
}

/** One choice of a walk, and where it leads. */
interface Way {
  readonly choice: Choice;
  readonly item: RemoteItem;
  readonly takes?: true;
}

function take(item: RemoteItem): Way {
  return { choice: { id: ".", label: "This folder", icon: "check" }, item, takes: true };
}

/** To the folder above; from the home folder to the system's root, and back. */
function up(folder: RemotePath): Way {
  const above = parentOf(folder);
  if (above !== undefined)
    return { choice: { id: "..", label: "..", icon: "arrow-up" }, item: { path: above, isFolder: true } };
  const isHome = folder.base === "home";
  const other: RemotePath = { ...folder, base: isHome ? "root" : "home" };
  const look = isHome
    ? { label: "Root of the system", icon: "root-folder" }
    : { label: "Home folder", icon: "home" };
  return { choice: { id: "..", ...look }, item: { path: other, isFolder: true } };
}

function into(folder: RemotePath, { name, isFolder }: RemoteEntry): Way {
  const choice = { id: `/${name}`, label: name, icon: isFolder ? "folder" : "file" };
  return { choice, item: { path: childOf(folder, name), isFolder } };
}

/** The order of the editor's own explorer. */
export function foldersFirst(one: RemoteEntry, other: RemoteEntry): number {
  if (one.isFolder !== other.isFolder) return one.isFolder ? -1 : 1;
  return one.name.localeCompare(other.name, "en", { numeric: true });
}
