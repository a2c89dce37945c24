import type { Host } from "../../host.ts";
import { pathText } from "../../remote-files/path.ts";
import { remoteFilesOf } from "../../remote-files/remote-files.ts";
import { allowsOnEach } from "../../resources/consent.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { counted } from "../../views/reconciliation/words.ts";
import { chooseFiles } from "../../views/systems/choose-files.ts";
import { askGrant } from "../../views/systems/file-permissions.ts";

const title = "Grant File Permission";

/** Gives a user a permission on remote files, in place of the present one. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const items = await chooseFiles(host, given, title, "any");
  if (items.length === 0) return;
  const grant = await askGrant(host, title, items);
  if (grant === undefined) return;
  const approved = await allowsOnEach(
    host,
    items.map(({ path }) => path.connection),
    {
      id: "grant",
      message: `Give ${grant.username} the permission ${grant.permission} on ${counted(items.length, "file")}?`,
      detail: items
        .map(
          ({ path, isFolder }) => `${pathText(path)}${grant.recursive && isFolder ? ", and all in it" : ""}`,
        )
        .join("\n"),
      action: "Grant",
    },
  );
  if (!approved) return;
  const files = remoteFilesOf(host);
  await workOnEach(host, {
    items,
    nameOf: ({ path }) => pathText(path),
    doing: "changing the permissions of",
    done: "changed",
    one: "file",
    run: ({ path, isFolder }, signal) =>
      files.grant(path, { ...grant, recursive: grant.recursive && isFolder }, signal),
  });
}
