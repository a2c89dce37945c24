import type { Route } from "../../server/router.ts";
import type { AgaveContext } from "../context.ts";

/** The operations on systems. */
export function systemRoutes(_context: AgaveContext): Route[] {
  return [];
}
