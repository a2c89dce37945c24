import type { Host } from "../../host.ts";
import { type ManageAction, manageResources } from "../../resources/manage.ts";
import { showAllAgain } from "../../resources/show-again.ts";
import type { AppResource } from "./app.ts";

/** Does an action with apps after one question that names them. */
export async function manageApps(
  host: Host,
  apps: readonly AppResource[],
  action: ManageAction,
): Promise<void> {
  await manageResources(
    host,
    apps,
    { operation: "apps.manage", by: "appId", one: "app", show: () => showInPlace(host, apps) },
    action,
  );
}

/** Shows apps as they are now where they stand: a list that is read again leaves out those that are not available. */
async function showInPlace(host: Host, apps: readonly AppResource[]): Promise<void> {
  await Promise.allSettled(apps.map(({ connection, id }) => host.resources.apps.reread(connection, id)));
  await showAllAgain(host, "apps", apps);
}
