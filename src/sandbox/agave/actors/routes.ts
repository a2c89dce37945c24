import type { Route } from "../../server/router.ts";
import type { AgaveContext } from "../context.ts";

/** The operations on actors. */
export function actorRoutes(_context: AgaveContext): Route[] {
  return [];
}
