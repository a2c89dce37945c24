import { isObject, parseJson } from "./message.ts";
import type { PlatformName } from "./platform.ts";

/** One request that a platform received. */
export interface LogEntry {
  /** When it was received: ISO 8601 in UTC. */
  readonly time: string;
  readonly platform: PlatformName;
  readonly method: string;
  /** As it was sent, with the query. */
  readonly path: string;
  /** Parsed where it is JSON, else the text; null where there is none. Passwords and tokens are masked. */
  readonly body: unknown;
  /** What was answered; null before that, and where the connection was dropped instead. */
  readonly status: number | null;
}

/** A request in the log, to be completed. */
export interface OpenEntry {
  setBody(text: string): void;
  setStatus(status: number): void;
}

/** The requests received by all platforms, in order. */
export interface RequestLog {
  open(request: Pick<LogEntry, "platform" | "method" | "path">): OpenEntry;
  entries(): LogEntry[];
  clear(): void;
}

const mask = "***";
const secretName = /password|token|secret|assertion/i;

/** Names that look like secrets and are none. */
const plainNames = new Set(["grant_type", "token_username"]);

const isSecret = (name: string): boolean => secretName.test(name) && !plainNames.has(name);

/** Makes an empty log. */
export function createRequestLog(): RequestLog {
  let entries: { -readonly [Key in keyof LogEntry]: LogEntry[Key] }[] = [];
  return {
    open(request) {
      const entry = {
        time: new Date().toISOString(),
        ...request,
        body: null as unknown,
        status: null as number | null,
      };
      entries.push(entry);
      return {
        setBody(text) {
          entry.body = readBody(text);
        },
        setStatus(status) {
          entry.status = status;
        },
      };
    },
    entries: () => entries.map((entry) => ({ ...entry })),
    clear() {
      entries = [];
    },
  };
}

function readBody(text: string): unknown {
  if (text === "") return null;
  const value = parseJson(text);
  return value === undefined ? maskForm(text) : maskJson(value);
}

function maskJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskJson);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      typeof part === "string" && isSecret(name) ? mask : maskJson(part),
    ]),
  );
}

function maskForm(text: string): string {
  return text.replace(/(^|&)([^=&\s]+)=([^&]*)/g, (pair, start: string, name: string) =>
    isSecret(name) ? `${start}${name}=${mask}` : pair,
  );
}
