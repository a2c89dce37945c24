import { isObject, parseJson } from "../../server/message.ts";
import type { ActorDescription } from "./records.ts";
import { toSnake } from "./reply.ts";

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

const truth = (value: unknown): boolean | undefined => {
  if (typeof value === "boolean") return value;
  return /^(true|false)$/i.test(String(value)) ? String(value).toLowerCase() === "true" : undefined;
};

const count = (value: unknown): number | undefined => {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number > 0 ? number : undefined;
};

const object = (value: unknown): Readonly<Record<string, unknown>> | undefined => {
  const parsed = typeof value === "string" ? parseJson(value) : value;
  return isObject(parsed) ? parsed : undefined;
};

const names = (value: unknown): readonly string[] | undefined => {
  const list = typeof value === "string" ? [value] : value;
  return Array.isArray(list) && list.every((item) => typeof item === "string") ? list : undefined;
};

const schedule = (value: unknown): string | undefined =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2} \d{1,2} \+ \d+ (hour|day|week|month)s?$/.test(value)
    ? value
    : undefined;

/**
 * Reads the description of an actor, whose names may be spelt either way; an image has to be there. What is not said
 * gets the service's default, and what is not known is passed over. The fault is the message of a 400.
 */
export function readDescription(body: unknown): ActorDescription | { readonly fault: string } {
  const given = isObject(body) ? body : {};
  const faults: string[] = [];

  function take<T>(name: keyof ActorDescription, fallback: T, read: (value: unknown) => T | undefined): T {
    const value = given[name] ?? given[toSnake(name)];
    if (value === undefined || value === null) return fallback;
    const known = read(value);
    if (known === undefined) faults.push(`${toSnake(name)}: ${JSON.stringify(value)} is not valid.`);
    return known ?? fallback;
  }

  const description: ActorDescription = {
    image: take("image", "", text),
    name: take("name", "", text),
    description: take("description", "", text),
    stateless: take("stateless", true, truth),
    type: take("type", "none", text),
    link: take("link", "", text),
    token: take("token", false, truth),
    webhook: take("webhook", "", text),
    hints: take("hints", [], names),
    privileged: take("privileged", false, truth),
    defaultEnvironment: take("defaultEnvironment", {}, object),
    maxWorkers: take<number | null>("maxWorkers", null, count),
    memLimit: take<string | null>("memLimit", null, text),
    maxCpus: take<number | null>("maxCpus", null, count),
    queue: take("queue", "default", text),
    useContainerUid: take("useContainerUid", false, truth),
    logEx: take<number | null>("logEx", null, count),
    cronSchedule: take<string | null>("cronSchedule", null, schedule),
  };
  if (description.image === "") faults.unshift("image: the Docker image is required.");
  const [fault] = faults;
  return fault === undefined ? description : { fault: `Invalid actor description: ${fault}` };
}
