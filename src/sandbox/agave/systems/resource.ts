import type { SystemRecord } from "./record.ts";

const longestDescription = 255;

/** Whether a system is what somebody uses of its type where none is named. */
export function isDefaultOf({ defaultOf, globalDefault }: SystemRecord, username: string): boolean {
  return globalDefault || defaultOf.includes(username);
}

/** A system as a list shows it. */
export function systemSummary(system: SystemRecord, username: string, origin: string): unknown {
  const { id, type, isPublic, description, lastUpdated } = system;
  return {
    id,
    name: description.name,
    type,
    description: shortened(description.description),
    status: description.status,
    public: isPublic,
    lastUpdated: new Date(lastUpdated).toISOString(),
    default: isDefaultOf(system, username),
    _links: { self: { href: hrefOf(system, origin) } },
  };
}

/** A system with all that is known of it. */
export function systemResource(system: SystemRecord, username: string, origin: string): unknown {
  const { id, uuid, owner, type, isPublic, available, globalDefault, description, revision } = system;
  const self = hrefOf(system, origin);
  return {
    ...description,
    id,
    uuid,
    owner,
    type,
    public: isPublic,
    default: isDefaultOf(system, username),
    globalDefault,
    available,
    revision,
    lastModified: new Date(system.lastUpdated).toISOString(),
    _links: {
      self: { href: self },
      roles: { href: `${self}/roles` },
      credentials: { href: `${self}/credentials` },
      owner: { href: `${origin}/profiles/v2/${encodeURIComponent(owner)}` },
      metadata: {
        href: `${origin}/meta/v2/data/?q=${encodeURIComponent(JSON.stringify({ associationIds: uuid }))}`,
      },
    },
  };
}

/** Where a system is. */
export function hrefOf({ id }: SystemRecord, origin: string): string {
  return `${origin}/systems/v2/${encodeURIComponent(id)}`;
}

function shortened(text: unknown): unknown {
  return typeof text === "string" && text.length > longestDescription
    ? `${text.slice(0, longestDescription)}...`
    : (text ?? null);
}
