import type { Host } from "../host.ts";
import { chooseRemoteItems } from "../remote-files/choose.ts";
import { pathText } from "../remote-files/path.ts";
import { askReach } from "../remote-files/permissions.ts";
import { remoteFilesOf } from "../remote-files/remote-files.ts";
import { confirmationOf } from "../resources/confirmation.ts";
import { workOnEach } from "../resources/work-on-each.ts";

const title = "Withdraw File Permissions";

/** Withdraws what everybody but the owner was given on remote files, after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const items = await chooseRemoteItems(host, given, { title, wanted: "any" });
  if (items.length === 0) return;
  const reach = await askReach(host, title, items);
  if (reach === undefined) return;
  const recursive = reach === "all";
  const named = items.map(({ path }) => ({ path, name: pathText(path), connection: path.connection }));
  const approved = await host.ask.confirm(
    await confirmationOf(host, named, {
      id: "withdraw",
      verb: "Withdraw All Permissions on",
      one: "item",
      detailOf: ({ name }) => (recursive ? `${name}, and all in it` : name),
      consequence: "Everybody but the owner loses what they were given.",
    }),
  );
  if (!approved) return;
  const files = remoteFilesOf(host);
  await workOnEach(host, {
    items: named,
    nameOf: ({ name }) => name,
    doing: "withdrawing the permissions on",
    done: "withdrawn",
    one: "item",
    run: ({ path }, signal) => files.withdrawAll(path, recursive, signal),
    show: async () => undefined,
  });
}
