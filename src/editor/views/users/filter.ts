import type { Host } from "../../host.ts";
import { viewIds } from "../../identifiers.ts";

/** Puts a filter (undefined for none) on the Users view and reads it again. */
export async function applyUsersFilter(host: Host, filter: string | undefined): Promise<void> {
  await host.users.setFilter(filter);
  showUsersFilter(host);
  await host.views.get(viewIds.users)?.refresh();
}

/** Shows the filter in use beside the view's title. */
export function showUsersFilter(host: Host): void {
  const users = host.views.get(viewIds.users);
  if (users !== undefined) users.view.description = host.users.filter;
}
