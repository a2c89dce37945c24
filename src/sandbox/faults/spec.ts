import { isObject } from "../server/message.ts";
import { type PlatformName, platformNames } from "../server/platform.ts";
import { type FaultKindName, faultKinds } from "./kinds.ts";

/** A fault as it is asked for: its kind, which requests it looks at, and which of those it befalls. */
export interface FaultSpec {
  readonly kind: FaultKindName;
  readonly platform?: PlatformName;
  readonly method?: string;
  /** What the path starts with. */
  readonly path?: string;
  /** Befalls every n-th request; every one without it. */
  readonly every?: number;
  /** Befalls this many requests at the most. */
  readonly times?: number;
  /** Lets this many requests pass before it begins to count. */
  readonly after?: number;
  /** Milliseconds by which `latency` holds a request up. */
  readonly ms?: number;
  /** Seconds that `rateLimit` and `unavailable` ask to wait. */
  readonly retryAfter?: number;
  /** How many items `overlappingPages` repeats. */
  readonly items?: number;
  /** Whether `overlappingPages` leaves items out instead of repeating some. */
  readonly lossy?: boolean;
}

/** A list of faults that makes no sense. The message says what is known. */
export class FaultError extends Error {}

type Rule = readonly [description: string, holds: (value: unknown) => boolean];

const number =
  (lowest: number) =>
  (value: unknown): boolean =>
    typeof value === "number" && Number.isInteger(value) && value >= lowest;

const wholeFrom = (lowest: number): Rule => [`a whole number from ${lowest}`, number(lowest)];

/** The fields that every fault can have. */
const commonRules: Readonly<Record<string, Rule>> = {
  platform: [`one of ${platformNames.join(", ")}`, (value) => platformNames.some((name) => name === value)],
  method: ["an HTTP method in capitals", (value) => typeof value === "string" && /^[A-Z]+$/.test(value)],
  path: [
    "the start of a path, from its slash",
    (value) => typeof value === "string" && value.startsWith("/"),
  ],
  every: wholeFrom(1),
  times: wholeFrom(1),
  after: wholeFrom(0),
};

/** The fields that belong to some kinds. */
const kindRules: Readonly<Record<string, Rule>> = {
  ms: wholeFrom(0),
  retryAfter: wholeFrom(0),
  items: wholeFrom(1),
  lossy: ["true or false", (value) => typeof value === "boolean"],
};

/** Reads a list of faults. Throws `FaultError` on an unknown kind or field, and on a value of another type. */
export function readFaults(value: unknown): FaultSpec[] {
  if (!Array.isArray(value)) throw new FaultError("Faults are a list of objects, each with a kind.");
  return value.map(readFault);
}

function readFault(value: unknown): FaultSpec {
  if (!isObject(value)) throw new FaultError("A fault is an object with a kind.");
  const { kind, ...fields } = value;
  if (typeof kind !== "string" || !Object.hasOwn(faultKinds, kind)) {
    throw new FaultError(
      `There is no fault of the kind ${JSON.stringify(kind)}: ${Object.keys(faultKinds).join(", ")}.`,
    );
  }
  const name = kind as FaultKindName;
  for (const [field, part] of Object.entries(fields)) checkField(name, field, part);
  const { needs = [], platform } = faultKinds[name];
  for (const field of needs) {
    if (fields[field] === undefined) throw new FaultError(`The fault ${kind} needs the field ${field}.`);
  }
  if (platform !== undefined && (fields.platform ?? platform) !== platform) {
    throw new FaultError(`The fault ${kind} is for ${platform} alone.`);
  }
  return { ...(platform ? { platform } : {}), ...fields, kind: name };
}

function checkField(kind: FaultKindName, field: string, value: unknown): void {
  const { needs = [], takes = [] } = faultKinds[kind];
  const own = [...needs, ...takes];
  const rules = own.some((name) => name === field) ? kindRules : commonRules;
  const rule = Object.hasOwn(rules, field) ? rules[field] : undefined;
  if (rule === undefined) {
    const known = [...Object.keys(commonRules), ...own].join(", ");
    throw new FaultError(`The fault ${kind} has no field ${field}: ${known}.`);
  }
  const [description, holds] = rule;
  if (!holds(value)) throw new FaultError(`The field ${field} of the fault ${kind} must be ${description}.`);
}
