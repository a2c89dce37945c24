import type { Host } from "../../host.ts";
import { chooseAttachments } from "../../metadata/choose.ts";
import type { NotificationSubject } from "../../notifications/section.ts";
import { showNotifications } from "../../notifications/show.ts";
import { confirmationOf } from "../../resources/confirmation.ts";
import { openConnection } from "../../resources/open.ts";
import { workOnEach } from "../../resources/work-on-each.ts";

/** Deletes the selected notifications after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const items = await chooseAttachments<NotificationSubject>(
    host,
    given,
    "notification",
    "Delete Notification",
  );
  if (items.length === 0) return;
  const question = await confirmationOf(host, items, {
    id: "delete",
    verb: "Delete",
    one: "notification",
    detailOf: ({ name, data }) => `${name}: ${data.event ?? "*"}`,
    consequence: "Nobody is told at these addresses any more.",
  });
  if (!(await host.ask.confirm(question))) return;
  await workOnEach(host, {
    items,
    nameOf: ({ name }) => name,
    doing: "deleting",
    done: "deleted",
    one: "notification",
    run: async ({ connection, data }, signal) => {
      const { client } = await openConnection(host.sessions, connection);
      await client.callNamed("notifications.delete", { uuid: data.id }, { signal });
    },
    show: async () => {
      for (const connection of new Set(items.map((item) => item.connection)))
        await showNotifications(host, connection);
    },
  });
}
