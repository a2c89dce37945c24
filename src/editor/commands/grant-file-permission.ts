import type { Host } from "../host.ts";
import { chooseRemoteItems } from "../remote-files/choose.ts";
import { pathText } from "../remote-files/path.ts";
import { askGrant } from "../remote-files/permissions.ts";
import { remoteFilesOf } from "../remote-files/remote-files.ts";
import { workOnEach } from "../resources/work-on-each.ts";

const title = "Grant File Permission";

/** Gives a user a permission on remote files, in place of the present one. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const items = await chooseRemoteItems(host, given, { title, wanted: "any" });
  if (items.length === 0) return;
  const grant = await askGrant(host, title, items);
  if (grant === undefined) return;
  const files = remoteFilesOf(host);
  await workOnEach(host, {
    items,
    nameOf: ({ path }) => pathText(path),
    doing: "changing the permissions of",
    done: "changed",
    one: "item",
    run: ({ path, isFolder }, signal) =>
      files.grant(path, { ...grant, recursive: grant.recursive && isFolder }, signal),
    show: async () => undefined,
  });
}
