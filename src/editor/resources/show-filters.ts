import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { resourceViewNames } from "./catalogue.ts";

/** Shows the filters in use beside the views' titles. */
export function showFilters(host: Host): void {
  for (const view of resourceViewNames) {
    const shown = host.views.get(viewIdOf(view))?.view;
    if (shown !== undefined) shown.description = host.resources[view].filter;
  }
}
