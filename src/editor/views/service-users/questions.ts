import type { Host } from "../../host.ts";
import type { back, QuestionStep, Remark } from "../../ui/ask.ts";

type Answer = string | typeof back | undefined;

interface Asked {
  readonly title: string;
  readonly value?: string;
  readonly step?: QuestionStep;
}

const day = 86_400_000;
const longestName = 256;

/** What stands for no expiry among the answers. */
export const never = "never";

const spans = [
  { id: "30", label: "In 30 days" },
  { id: "90", label: "In 90 days" },
  { id: "365", label: "In one year" },
] as const;

/** Asks for a name. */
export function askName(host: Host, { title, value, step }: Asked): Promise<Answer> {
  return host.ask.input({
    id: "name",
    title,
    prompt: "A name for the service user; names may repeat",
    value: value ?? "",
    validate: nameRemark,
    ...(step ? { step } : {}),
  });
}

/** Asks when a service user expires. Answers a date and time in ISO 8601, or `never`. */
export async function askExpiry(host: Host, { title, step }: Asked): Promise<Answer> {
  const answer = await host.ask.pick({
    id: "expiry",
    title,
    placeholder: "When does it expire? An expired service user cannot be changed any more.",
    choices: [
      { id: never, label: "Never" },
      ...spans.map((span) => ({ ...span, description: dateIn(Number(span.id)) })),
      { id: "date", label: "On a date…" },
    ],
    ...(step ? { step } : {}),
  });
  if (answer === never || typeof answer !== "string") return answer;
  if (answer !== "date") return endOf(dateIn(Number(answer)));
  const date = await host.ask.input({
    id: "expiryDate",
    title,
    prompt: "The last day on which it works, in UTC",
    placeholder: "YYYY-MM-DD",
    value: dateIn(90),
    validate: dateRemark,
  });
  return typeof date === "string" ? endOf(date.trim()) : date;
}

/** Asks for the origins whose pages may use the service user. Answers them with commas between. */
export function askOrigins(host: Host, { title, value, step }: Asked): Promise<Answer> {
  return host.ask.input({
    id: "origins",
    title,
    prompt: "CORS origins with commas between; empty for none",
    placeholder: "https://viewer.example.org, https://app.example.org",
    value: value ?? "",
    validate: originsRemark,
    ...(step ? { step } : {}),
  });
}

/** The origins of an answer. */
export function originsOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((origin) => origin !== "");
}

function nameRemark(text: string): Remark | undefined {
  if (text.trim() === "") return { message: "A name is needed." };
  return text.trim().length > longestName ? { message: `At most ${longestName} characters.` } : undefined;
}

function originsRemark(text: string): Remark | undefined {
  const wrong = originsOf(text).find((origin) => !/^https?:\/\/[^/\s?#@]+$/.test(origin));
  if (wrong === undefined) return undefined;
  return {
    message: `${wrong} is no origin: https:// or http://, a host, perhaps a port, and nothing behind.`,
  };
}

function dateRemark(text: string): Remark | undefined {
  const date = text.trim();
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(endOf(date)) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    return { message: "A date such as 2030-01-31 is needed." };
  return time <= Date.now() ? { message: "That day is over: it would have expired already." } : undefined;
}

function dateIn(days: number): string {
  return new Date(Date.now() + days * day).toISOString().slice(0, 10);
}

function endOf(date: string): string {
  return `${date}T23:59:59.000Z`;
}
