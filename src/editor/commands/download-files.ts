import { basename } from "node:path";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { chooseRemoteItems } from "../remote-files/choose.ts";
import { type Downloading, download, filesOf, isThere } from "../remote-files/download.ts";
import { nameOf, pathText } from "../remote-files/path.ts";
import { remoteFilesOf } from "../remote-files/remote-files.ts";
import type { RemoteItem } from "../remote-files/subject.ts";
import { workOnEach } from "../resources/work-on-each.ts";
import { withViewProgress } from "../ui/progress.ts";
import { counted } from "../views/reconciliation/words.ts";

/** Writes remote files to this machine: one to a place that is asked for, several or folders into a folder. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const items = await chooseRemoteItems(host, given, { title: "Download", wanted: "any" });
  const wanted = items.length === 0 ? undefined : await placesFor(host, items);
  if (wanted === undefined) return;
  const files = remoteFilesOf(host);
  await workOnEach(host, {
    items: wanted,
    nameOf: ({ path }) => pathText(path),
    doing: "downloading",
    done: "downloaded",
    one: "file",
    run: (each, signal) => download(files, each, signal),
    show: async () => undefined,
  });
}

/** Where the files go; undefined where the person gave up. */
async function placesFor(
  host: Host,
  items: readonly RemoteItem[],
): Promise<readonly Downloading[] | undefined> {
  const [first] = items;
  if (items.length === 1 && first !== undefined && !first.isFolder) {
    const name = nameOf(first.path);
    const title = `Download ${pathText(first.path)}`;
    const target = await host.ask.file({ id: "download", title, purpose: "write", name, action: "Download" });
    return target === undefined ? undefined : [{ path: first.path, target }];
  }
  const title = `Download ${counted(items.length, "item")} into a Folder`;
  const folder = await host.ask.file({
    id: "downloadFolder",
    title,
    purpose: "folder",
    action: "Download Here",
  });
  if (folder === undefined) return undefined;
  const wanted = await withViewProgress(viewIdOf("systems"), () =>
    filesOf(remoteFilesOf(host), items, folder),
  );
  return (await mayReplace(host, wanted)) ? wanted : undefined;
}

/** Asks once where files of this machine would be written over. */
async function mayReplace(host: Host, wanted: readonly Downloading[]): Promise<boolean> {
  const replaced: string[] = [];
  for (const { target } of wanted) if (await isThere(target)) replaced.push(target);
  const [first] = replaced;
  if (first === undefined) return true;
  return host.ask.confirm({
    id: "overwrite",
    message: `Overwrite ${replaced.length === 1 ? basename(first) : counted(replaced.length, "file")} on this machine?`,
    detail: [
      ...replaced.slice(0, 12),
      ...(replaced.length > 12 ? [`and ${replaced.length - 12} more`] : []),
    ].join("\n"),
    action: "Overwrite",
  });
}
