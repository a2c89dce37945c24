import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import type { ResourceViewName } from "./catalogue.ts";

/** Counts in a view's badge what its kind says of all that has been read. */
export async function showBadge(host: Host, view: ResourceViewName): Promise<void> {
  const shown = host.views.get(viewIdOf(view))?.view;
  const model = host.resources[view];
  const resources = model.all();
  if (shown === undefined || (resources.length === 0 && shown.badge === undefined)) return;
  shown.badge = (await model.kind()).badge?.(host, resources);
}
