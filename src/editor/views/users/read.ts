import type { Account } from "../../../identity/account.ts";
import type { Page } from "../../lists/paged-lists.ts";
import type { Opened } from "../../resources/open.ts";
import type { ListRequest } from "../../resources/resource.ts";

/** Reads one page of users. SCIM counts from 1 (RFC 7644 section 3.4.2.4). */
export async function readUsers(
  opened: Opened,
  { offset, limit, filter, signal }: ListRequest,
): Promise<Page<Account>> {
  const { parseFilter } = await import("../../../filter/parse.ts");
  const { accounts, total, next } = await opened.directory().page({
    startIndex: offset + 1,
    count: limit,
    ...(filter === undefined ? {} : { filter: parseFilter(filter) }),
    ...(signal ? { signal } : {}),
  });
  return {
    items: accounts,
    ...(total === undefined ? {} : { total }),
    ...(next === undefined ? {} : { next: next - 1 }),
  };
}
