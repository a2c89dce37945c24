import type { Route } from "../../server/router.ts";
import type { AgaveContext } from "../context.ts";

/** The operations on notifications. */
export function notificationRoutes(_context: AgaveContext): Route[] {
  return [];
}
