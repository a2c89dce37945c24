import type { Route } from "../../server/router.ts";
import type { AgaveContext } from "../context.ts";

/** The operations on apps. */
export function appRoutes(_context: AgaveContext): Route[] {
  return [];
}
