import type { Host } from "../host.ts";
import { openConnection } from "../resources/open.ts";
import { type GrantKind, grantKindOf } from "./kinds.ts";
import type { Grant, GrantOwner } from "./owner.ts";
import { ordered } from "./read.ts";

/** What is public belongs to everybody: the platform keeps no grants for it. */
export class PublicError extends Error {
  override readonly name = "PublicError";

  constructor({ kind, name }: GrantOwner) {
    super(
      `${name} is public: everybody may use it, and the platform keeps no ${grantKindOf(kind).grant}s for it.`,
    );
  }
}

/** A page that every server gives whole. */
const pageSize = 100;

/** Who may do what with something, the owner first, then by user name. Rejects with a `PublicError` where there can be no grants. */
export async function grantsOf(
  host: Host,
  owner: GrantOwner,
  signal?: AbortSignal,
): Promise<readonly Grant[]> {
  const kind = grantKindOf(owner.kind);
  const { client } = await openConnection(host.sessions, owner.connection);
  const { operation, args } = kind.list(owner.id);
  const read = (page: object) => client.callNamed(operation, { ...args, ...page }, signal ? { signal } : {});
  try {
    return ordered(await allGrants(kind, read), kind.levels.at(-1)?.id, owner.owner);
  } catch (error) {
    throw (error as { readonly status?: unknown }).status === 501 ? new PublicError(owner) : error;
  }
}

/** Lists repeat the owner's grant on each page without counting it, so that a page is the last one by how much is new in it. */
async function allGrants(
  kind: GrantKind,
  read: (page: object) => Promise<unknown>,
): Promise<readonly Grant[]> {
  if (!kind.paged) return kind.read(await read({}));
  const found = new Map<string, Grant>();
  for (let offset = 0; ; offset += pageSize) {
    const before = found.size;
    for (const grant of kind.read(await read({ limit: pageSize, offset })))
      if (!found.has(grant.user)) found.set(grant.user, grant);
    if (found.size - before < pageSize) return [...found.values()];
  }
}
