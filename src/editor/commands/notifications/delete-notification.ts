import type { Host } from "../../host.ts";
import { notificationText } from "../../notifications/look.ts";
import { showNotifications } from "../../notifications/show.ts";
import type { NotificationSubject } from "../../notifications/subjects.ts";
import { chooseAttached } from "../../resources/choose-attached.ts";
import { deleteParts } from "../../resources/delete-parts.ts";

/** Deletes the selected notifications after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const items = await chooseAttached<NotificationSubject>(host, given, "notification", "Delete Notification");
  await deleteParts(host, items, {
    one: "notification",
    detailOf: ({ name, data }) => `${name}: ${notificationText(data)}`,
    consequence: "Nobody is told at these addresses any more.",
    operation: "notifications.delete",
    show: async () => {
      for (const connection of new Set(items.map((item) => item.connection)))
        await showNotifications(host, connection);
    },
  });
}
