import { givenSubjects } from "../../commands/given.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { childOf, pathText, type RemotePath } from "../../remote-files/path.ts";
import { remoteFilesOf } from "../../remote-files/remote-files.ts";
import { chooseResources } from "../../resources/choose.ts";
import { withViewProgress } from "../../ui/progress.ts";
import type { RemoteFileSubject } from "./subjects.ts";

/** What is wanted: a folder, a file, or either. */
type Wanted = "folder" | "file" | "any";

/** A file or folder that was chosen. */
export interface ChosenFile {
  readonly path: RemotePath;
  readonly isFolder: boolean;
}

/** The files and folders that a command was run on; where it was run on none, one that the person finds by going down from a system. */
export async function chooseFiles(
  host: Host,
  given: readonly unknown[],
  title: string,
  wanted: Wanted,
): Promise<readonly ChosenFile[]> {
  const subjects = givenSubjects<RemoteFileSubject>(given, "remoteFile");
  if (subjects.length > 0)
    return subjects.filter(({ isFolder }) => wanted === "any" || isFolder === (wanted === "folder"));
  const [system] = await chooseResources(host, given, "systems", { title });
  if (system === undefined) return [];
  const home: RemotePath = { connection: system.connection, system: system.id, base: "home", names: [] };
  const chosen = await chooseBelow(host, title, wanted, home);
  return chosen === undefined ? [] : [chosen];
}

/** Lets the person go down from a folder until something is chosen. */
export async function chooseBelow(
  host: Host,
  title: string,
  wanted: Wanted,
  folder: RemotePath,
): Promise<ChosenFile | undefined> {
  const entries = await withViewProgress(viewIdOf("systems"), () => remoteFilesOf(host).list(folder));
  const shown = entries.filter(({ isFolder }) => isFolder || wanted !== "folder");
  const here =
    wanted === "file" || (wanted === "any" && folder.names.length === 0) ? [] : [hereChoice(folder)];
  const answer = await host.ask.pick({
    id: "file",
    title,
    placeholder: pathText(folder),
    choices: [
      ...here,
      ...shown.map(({ name, isFolder }) => ({
        id: `/${name}`,
        label: name,
        icon: isFolder ? "folder" : "file",
      })),
    ],
  });
  if (answer === ".") return { path: folder, isFolder: true };
  const entry = shown.find(({ name }) => answer === `/${name}`);
  if (entry === undefined) return undefined;
  const path = childOf(folder, entry.name);
  return entry.isFolder ? chooseBelow(host, title, wanted, path) : { path, isFolder: false };
}

function hereChoice(folder: RemotePath) {
  return { id: ".", label: "This folder", description: pathText(folder), icon: "folder-opened" };
}
