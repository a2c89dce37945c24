import type { Route } from "../../server/router.ts";
import type { AgaveContext } from "../context.ts";

/** The operations on jobs. */
export function jobRoutes(_context: AgaveContext): Route[] {
  return [];
}
