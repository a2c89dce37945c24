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

/**
 * Shows apps as they are now where they stand: a list that is read again leaves out those that are not available. A list that does not
 * have one of them is read again.
 */
async function showInPlace(host: Host, apps: readonly AppResource[]): Promise<void> {
  const model = host.resources.apps;
  const isListed = ({ connection, id }: AppResource) =>
    model.list(connection)?.items.some((each) => each.id === id) === true;
  const { listed = [], others = [] } = Object.groupBy(apps, (app) => (isListed(app) ? "listed" : "others"));
  await Promise.allSettled(listed.map(({ connection, id }) => model.reread(connection, id)));
  for (const { connection } of others) model.expire(connection);
  await showAllAgain(host, "apps", apps);
}
