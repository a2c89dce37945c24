import type { Host } from "../host.ts";
import { applyUsersFilter } from "../views/users/filter.ts";

/** Lists everyone again. */
export function run(host: Host): Promise<void> {
  return applyUsersFilter(host, undefined);
}
