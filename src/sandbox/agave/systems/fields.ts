import { isObject } from "../../server/message.ts";
import type { SearchFields } from "../search.ts";
import type { SystemRecord } from "./record.ts";
import { isDefaultOf } from "./resource.ts";

const described = (...path: readonly string[]) =>
  ({
    type: "text",
    of({ description }: SystemRecord): string | null {
      const value = path.reduce<unknown>((part, name) => (isObject(part) ? part[name] : null), description);
      return value === null || value === undefined ? null : String(value);
    },
  }) as const;

/** What systems can be searched and sorted by, as somebody sees them. */
export function systemFields(username: string): SearchFields<SystemRecord> {
  return {
    id: { type: "text", of: ({ id }) => id },
    type: { type: "text", of: ({ type }) => type },
    owner: { type: "text", of: ({ owner }) => owner },
    public: { type: "boolean", of: ({ isPublic }) => isPublic },
    default: { type: "boolean", of: (system) => isDefaultOf(system, username) },
    globaldefault: { type: "boolean", of: ({ globalDefault }) => globalDefault },
    created: { type: "date", of: ({ created }) => created },
    lastupdated: { type: "date", of: ({ lastUpdated }) => lastUpdated },
    name: described("name"),
    description: described("description"),
    status: described("status"),
    site: described("site"),
    executiontype: described("executionType"),
    scheduler: described("scheduler"),
    "storage.host": described("storage", "host"),
    "storage.protocol": described("storage", "protocol"),
    "login.host": described("login", "host"),
    "login.protocol": described("login", "protocol"),
    "queues.name": {
      type: "text",
      of: ({ description: { queues } }) =>
        Array.isArray(queues) ? queues.map((queue) => (isObject(queue) ? queue.name : "")).join(",") : null,
    },
  };
}
