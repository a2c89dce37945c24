import type { Route } from "../../server/router.ts";
import type { AgaveContext } from "../context.ts";

/** The operations on files. */
export function fileRoutes(_context: AgaveContext): Route[] {
  return [];
}
