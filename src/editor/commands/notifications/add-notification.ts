import type { Host } from "../../host.ts";
import { chooseAttached } from "../../metadata/choose.ts";
import { eventsOf } from "../../notifications/events.ts";
import type { NotificationsSubject } from "../../notifications/section.ts";
import { showNotifications } from "../../notifications/show.ts";
import { allows } from "../../resources/consent.ts";
import { openConnection } from "../../resources/open.ts";
import type { Remark } from "../../ui/ask.ts";
import { withProgress } from "../../ui/progress.ts";
import { askSteps } from "../../ui/steps.ts";

const title = "Add Notification";

/** Asks where to and of what, and has people or programs notified of what happens to the selected thing. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const about = await chooseAttached<NotificationsSubject>(host, given, "notificationsSection", title);
  if (about === undefined) return;
  const { connection, uuid, name } = about;
  const step = (number: number) => ({ title, step: number, of: 3 });
  const answers = await askSteps([
    () =>
      host.ask.input({
        id: "url",
        title,
        step: step(1),
        prompt: "A URL that is called, or an e-mail address",
        placeholder: "https://hooks.example.org/agave or ana@example.org",
        validate: addressRemark,
      }),
    () =>
      host.ask.pick({
        id: "event",
        title,
        step: step(2),
        placeholder: `Of what that happens to ${name}?`,
        choices: eventsOf[about.of].map((event) => ({
          id: event,
          label: event,
          ...(event === "*" ? { description: "everything" } : {}),
        })),
      }),
    () =>
      host.ask.pick({
        id: "persistent",
        title,
        step: step(3),
        placeholder: "How often?",
        choices: [
          { id: "false", label: "Once", detail: "It is over with the first event" },
          { id: "true", label: "Each time" },
        ],
      }),
  ]);
  if (answers === undefined) return;
  const [url = "", event = "*", persistent = "false"] = answers;
  const body = { url: url.trim(), event, associatedUuid: uuid, persistent: persistent === "true" };
  const approved = await allows(host, connection, {
    id: "add",
    message: `Notify ${body.url} of ${event === "*" ? "everything" : event} that happens to ${name} of ${connection}?`,
    detail: body.persistent ? "Each time, until the notification is deleted." : "Once.",
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

function addressRemark(text: string): Remark | undefined {
  const address = text.trim();
  if (/^[^\s@]+@[^\s@]+$/.test(address)) return undefined;
  if (/^https?:\/\/\S+$/.test(address)) return undefined;
  return { message: "A URL that begins with https:// or http://, or an e-mail address, is needed." };
}
