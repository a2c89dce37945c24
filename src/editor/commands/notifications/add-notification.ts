import type { Host } from "../../host.ts";
import { eventText } from "../../notifications/events.ts";
import { addressText } from "../../notifications/look.ts";
import { policyText } from "../../notifications/policy.ts";
import { askNotification } from "../../notifications/questions.ts";
import { showNotifications } from "../../notifications/show.ts";
import type { NotificationsSubject } from "../../notifications/subjects.ts";
import { chooseSection } from "../../resources/choose-attached.ts";
import { allows, connectionAtUrl } from "../../resources/consent.ts";
import { openConnection } from "../../resources/open.ts";
import { withProgress } from "../../ui/progress.ts";

const title = "Add Notification";

/** Asks where to and of what, and has people or programs notified of what happens to the selected thing. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const about = await chooseSection<NotificationsSubject>(host, given, "notification", title);
  if (about === undefined) return;
  const body = await askNotification(host, title, about);
  if (body === undefined) return;
  const { connection, uuid, name, of } = about;
  const { url, event, persistent, policy } = body;
  const approved = await allows(host, connection, {
    id: "add",
    message: `Notify ${addressText(url)} of ${name} of ${await connectionAtUrl(host, connection)}?`,
    detail: [
      `${event}: ${eventText(event, of)}`,
      persistent ? "Each time, until the notification is deleted." : "Once.",
      `What cannot be delivered ${policyText(policy)}.`,
    ].join("\n"),
    action: title,
  });
  if (!approved) return;
  const { client } = await openConnection(host.sessions, connection);
  try {
    await withProgress(`adding a notification for ${name}`, ({ signal }) =>
      client.callNamed("notifications.add", { body }, { signal }),
    );
  } finally {
    await showNotifications(host, connection, uuid);
  }
}
