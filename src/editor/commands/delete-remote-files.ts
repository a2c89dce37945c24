import type { Host } from "../host.ts";
import { chooseRemoteItems } from "../remote-files/choose.ts";
import { isSamePath, isWithin, pathText } from "../remote-files/path.ts";
import { remoteFilesOf } from "../remote-files/remote-files.ts";
import { confirmationOf } from "../resources/confirmation.ts";
import { workOnEach } from "../resources/work-on-each.ts";

/** Deletes the selected files and folders after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const selected = await chooseRemoteItems(host, given, { title: "Delete Remote Files", wanted: "item" });
  const items = selected.filter(
    ({ path }) => !selected.some((other) => !isSamePath(path, other.path) && isWithin(path, other.path)),
  );
  if (items.length === 0) return;
  const hasFolders = items.some(({ isFolder }) => isFolder);
  const named = items.map(({ path, isFolder }) => {
    const name = pathText(path);
    return { path, isFolder, name, connection: path.connection };
  });
  const one = items.every(({ isFolder }) => isFolder) ? "folder" : hasFolders ? "item" : "file";
  const approved = await host.ask.confirm(
    await confirmationOf(host, named, {
      id: "delete",
      verb: "Delete",
      one,
      detailOf: ({ name, isFolder }) => (isFolder ? `${name}, with all in it` : name),
      consequence: "This cannot be undone.",
    }),
  );
  if (!approved) return;
  const files = remoteFilesOf(host);
  await workOnEach(host, {
    items: named,
    nameOf: ({ name }) => name,
    doing: "deleting",
    done: "deleted",
    one,
    run: ({ path }, signal) => files.remove(path, signal),
    show: async () => undefined,
  });
}
