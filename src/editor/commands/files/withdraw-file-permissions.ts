import type { Host } from "../../host.ts";
import { pathText } from "../../remote-files/path.ts";
import { remoteFilesOf } from "../../remote-files/remote-files.ts";
import { confirmed } from "../../resources/confirmation.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { chooseFiles } from "../../views/systems/choose-files.ts";
import { askReach } from "../../views/systems/file-permissions.ts";

const title = "Withdraw File Permissions";

/** Withdraws what everybody but the owner was given on remote files, after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const items = await chooseFiles(host, given, title, "any");
  if (items.length === 0) return;
  const reach = await askReach(host, title, items);
  if (reach === undefined) return;
  const recursive = reach === "all";
  const named = items.map(({ path }) => ({ path, name: pathText(path), connection: path.connection }));
  const approved = await confirmed(host, named, {
    id: "withdraw",
    verb: "Withdraw All Permissions on",
    one: "file",
    detailOf: ({ name }) => (recursive ? `${name}, and all in it` : name),
    consequence: "Everybody but the owner loses what they were given.",
  });
  if (!approved) return;
  const files = remoteFilesOf(host);
  await workOnEach(host, {
    items: named,
    nameOf: ({ name }) => name,
    doing: "withdrawing the permissions on",
    done: "withdrawn",
    one: "file",
    run: ({ path }, signal) => files.withdrawAll(path, recursive, signal),
  });
}
