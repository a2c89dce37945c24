import type { PermissionCalls } from "./calls.ts";
import type { UserPermission } from "./permissions.ts";

/** A page that every server gives whole. */
const pageSize = 100;

/**
 * Reads everybody's permissions on one thing; `read` sends the call that lists them, with what turns its pages. Lists repeat the
 * owner's permission on each page without counting it, so that a page is the last one by how much is new in it.
 */
export async function readPermissions(
  { paged, read: rowsIn }: Pick<PermissionCalls, "paged" | "read">,
  read: (page: object) => Promise<unknown>,
): Promise<readonly UserPermission[]> {
  if (!paged) return rowsIn(await read({}));
  const found = new Map<string, UserPermission>();
  for (let offset = 0; ; offset += pageSize) {
    const before = found.size;
    for (const permission of rowsIn(await read({ limit: pageSize, offset })))
      if (!found.has(permission.user)) found.set(permission.user, permission);
    if (found.size - before < pageSize) return [...found.values()];
  }
}
