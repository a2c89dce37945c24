import type { Host } from "../host.ts";
import { resourceViewNames, resourceViews } from "../resources/catalogue.ts";
import type { PagedLists } from "./paged-lists.ts";

/** An entry of any list. */
export interface Listed {
  readonly connection: string;
  readonly id: string;
}

/** What a view has read, by the view's id: of users, or of resources. */
export function listsOf(host: Host, viewId: string): PagedLists<Listed> {
  const name = resourceViewNames.find((view) => resourceViews[view].id === viewId);
  return name === undefined ? host.users : host.resources[name];
}
