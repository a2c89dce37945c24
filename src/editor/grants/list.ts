import { readPermissions } from "../../platforms/agave/access/read-permissions.ts";
import type { Host } from "../host.ts";
import { openConnection } from "../resources/open.ts";
import { grantKindOf } from "./kinds.ts";
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
    return ordered(await readPermissions(kind, read), kind.levels.at(-1)?.id, owner.owner);
  } catch (error) {
    throw (error as { readonly status?: unknown }).status === 501 ? new PublicError(owner) : error;
  }
}
