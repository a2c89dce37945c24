import type { Host } from "../../host.ts";
import { isWithin, nameOf, pathText } from "../../remote-files/path.ts";
import { remoteFilesOf } from "../../remote-files/remote-files.ts";
import { confirmed } from "../../resources/confirmation.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { chooseFiles } from "../../views/systems/choose-files.ts";

/** Deletes the selected files and folders of systems after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const chosen = await chooseFiles(host, given, "Delete File", "item");
  const items = chosen
    .filter(({ path }) => !chosen.some((other) => other.path !== path && isWithin(path, other.path)))
    .map((file) => ({ ...file, connection: file.path.connection, name: nameOf(file.path) }));
  if (items.length === 0) return;
  const approved = await confirmed(host, items, {
    id: "delete",
    verb: "Delete",
    one: "file",
    detailOf: ({ path, isFolder }) => `${pathText(path)}${isFolder ? ", a folder with all in it" : ""}`,
    consequence: "This cannot be undone.",
  });
  if (!approved) return;
  const remote = remoteFilesOf(host);
  await workOnEach(host, {
    items,
    nameOf: ({ name }) => name,
    doing: "deleting",
    done: "deleted",
    one: "file",
    run: ({ path }, signal) => remote.remove(path, signal),
  });
}
