import { isObject, parseJson } from "../../server/message.ts";
import { type NotificationRequest, notificationStatuses, type RetryPolicy } from "./record.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A request, or why it is refused, for an answer of 400. */
export type ReadNotification = { readonly request: NotificationRequest } | { readonly fault: string };

const properties = ["url", "event", "associatedUuid", "persistent", "status", "policy"];
const strategies = ["NONE", "IMMEDIATE", "DELAYED", "EXPONENTIAL"];
const usualPolicy: RetryPolicy = {
  retryStrategyType: "NONE",
  retryLimit: 0,
  retryRate: 0,
  retryDelay: 0,
  saveOnFailure: false,
};

/** Why a request is refused. */
class RequestError extends Error {}

/** Reads what somebody asks to be told. Properties that are not known are refused, unlike elsewhere. */
export function readNotification(body: unknown): ReadNotification {
  try {
    return { request: read(body) };
  } catch (error) {
    if (error instanceof RequestError) return { fault: error.message };
    throw error;
  }
}

function read(body: unknown): NotificationRequest {
  if (!isObject(body)) throw new RequestError("A notification is a JSON object.");
  refuseUnknown(body, properties);
  const { persistent = false, status = "ACTIVE" } = body;
  const found = notificationStatuses.find((each) => each === String(status).toUpperCase());
  if (found === undefined) {
    throw new RequestError(`Invalid status: ${status}. Use one of ${notificationStatuses.join(", ")}.`);
  }
  return {
    associatedUuid: text(body, "associatedUuid"),
    event: text(body, "event").toUpperCase(),
    url: readUrl(text(body, "url")),
    persistent: persistent === true || persistent === "true",
    status: found,
    policy: readPolicy(body.policy),
  };
}

function text(body: Fields, name: string): string {
  const value = body[name];
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  throw new RequestError(`No ${name} provided. It must be a string that is not empty.`);
}

/** An address to call, or one to write to. */
function readUrl(url: string): string {
  if (/^(mailto:)?[^@\s/:]+@[^@\s/]+$/.test(url)) return url;
  if (URL.canParse(url) && /^https?:\/\//i.test(url)) return url;
  throw new RequestError(`Invalid url: ${url}. Use an http or https URL, or an e-mail address.`);
}

function readPolicy(value: unknown): RetryPolicy {
  const policy = typeof value === "string" ? parseJson(value) : (value ?? {});
  if (!isObject(policy)) throw new RequestError("Invalid policy: it is a JSON object.");
  refuseUnknown(policy, Object.keys(usualPolicy));
  const { retryStrategyType = usualPolicy.retryStrategyType, saveOnFailure = false } = policy;
  const strategy = strategies.find((each) => each === String(retryStrategyType).toUpperCase());
  if (strategy === undefined) {
    throw new RequestError(`Invalid retryStrategyType: ${retryStrategyType}. Use ${strategies.join(", ")}.`);
  }
  return {
    retryStrategyType: strategy,
    retryLimit: wholeNumber(policy, "retryLimit"),
    retryRate: wholeNumber(policy, "retryRate"),
    retryDelay: wholeNumber(policy, "retryDelay"),
    saveOnFailure: saveOnFailure === true,
  };
}

function wholeNumber(policy: Fields, name: "retryLimit" | "retryRate" | "retryDelay"): number {
  const value = policy[name] ?? usualPolicy[name];
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  throw new RequestError(`Invalid ${name}: ${value}. It must be a whole number from 0.`);
}

function refuseUnknown(body: Fields, known: readonly string[]): void {
  for (const name of Object.keys(body)) {
    if (known.includes(name)) continue;
    const [nearest = ""] = [...known].sort((left, right) => distance(name, left) - distance(name, right));
    throw new RequestError(`Unrecognized property "${name}". Did you mean "${nearest}"?`);
  }
}

/** How many letters have to be put in, left out or replaced to turn one name into another, whatever their case. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from.toLowerCase()].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to.toLowerCase()].entries()) {
      const replaced = (row[column] ?? 0) + Number(letter !== other);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
