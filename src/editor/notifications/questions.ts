import type { NotificationRequest } from "../../platforms/agave/answers/notifications.ts";
import type { Host } from "../host.ts";
import { back, type Remark } from "../ui/ask.ts";
import { askSteps } from "../ui/steps.ts";
import { eventsOf, everyEvent } from "./events.ts";
import { policies, policyText } from "./policy.ts";
import type { NotificationsSubject } from "./subjects.ts";

/** Asks where to, of what, how often, and what is done where that fails. Undefined where the person gives up. */
export async function askNotification(
  host: Host,
  title: string,
  about: NotificationsSubject,
): Promise<NotificationRequest | undefined> {
  const at = (number: number) => ({ title, step: { title, step: number, of: 4 } });
  const answers = await askSteps([
    () => askAddress(host, at(1)),
    () => askEvent(host, at(2), about),
    () =>
      host.ask.pick({
        ...at(3),
        id: "persistent",
        placeholder: "How often?",
        choices: [
          { id: "once", label: "Once", detail: "It is over with the first event" },
          { id: "always", label: "Each time", detail: "Until it is deleted" },
        ],
      }),
    () =>
      host.ask.pick({
        ...at(4),
        id: "policy",
        placeholder: "What if it cannot be delivered?",
        choices: policies.map(({ id, label, policy }) => ({ id, label, detail: `It ${policyText(policy)}` })),
      }),
  ]);
  if (answers === undefined) return undefined;
  const [url = "", event = everyEvent, often, chosen] = answers;
  const policy = policies.find(({ id }) => id === chosen)?.policy;
  return {
    url,
    event,
    associatedUuid: about.uuid,
    persistent: often === "always",
    ...(policy === undefined ? {} : { policy }),
  };
}

type Place = Pick<Parameters<Host["ask"]["input"]>[0], "title" | "step">;

async function askAddress(host: Host, place: Place): Promise<string | typeof back | undefined> {
  const answer = await host.ask.input({
    ...place,
    id: "url",
    prompt: "A URL that is called, or an e-mail address",
    placeholder: "https://hooks.example.org/agave or ana@example.org",
    validate: addressRemark,
  });
  return typeof answer === "string" ? answer.trim() : answer;
}

async function askEvent(
  host: Host,
  place: Place,
  { of, name }: NotificationsSubject,
): Promise<string | typeof back | undefined> {
  const other = "other";
  for (;;) {
    const answer = await host.ask.pick({
      ...place,
      id: "event",
      placeholder: `Of what that happens to ${name}?`,
      choices: [
        { id: everyEvent, label: everyEvent, description: "everything that happens" },
        ...eventsOf[of].map(({ id, help }) => ({ id, label: id, description: help })),
        { id: other, label: "Another event…", description: "one that this platform or your jobs name" },
      ],
    });
    if (answer !== other) return answer;
    const typed = await host.ask.input({
      ...place,
      id: "otherEvent",
      prompt: "Name of the event",
      validate: (text) => (text.trim() === "" ? { message: "A name is needed." } : undefined),
    });
    if (typed !== back) return typed?.trim().toUpperCase();
  }
}

/** What is wrong with where a notification is to go, while it is typed. */
export function addressRemark(text: string): Remark | undefined {
  const address = text.trim();
  if (/^[^\s@/:]+@[^\s@/]+$/.test(address)) return undefined;
  if (!/^https?:\/\/\S+$/i.test(address) || !URL.canParse(address))
    return { message: "A URL that begins with https:// or http://, or an e-mail address, is needed." };
  return /^http:/i.test(address)
    ? { message: "What is sent there can be read by others on the way.", warning: true }
    : undefined;
}
