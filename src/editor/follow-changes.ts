import * as vscode from "vscode";
import type { Host } from "./host.ts";
import { contextKeys, viewIds } from "./identifiers.ts";
import { resourceViewNames, resourceViews } from "./resources/catalogue.ts";
import { showFilters } from "./resources/show-filters.ts";
import { followCheckboxes } from "./views/reconciliation/ticks.ts";
import { showUsersFilter } from "./views/users/filter.ts";

/** Keeps the views in step with the configuration, the plan in hand, and the checkboxes. */
export function followChanges(host: Host): vscode.Disposable {
  const users = host.views.get(viewIds.users);
  const reconciliation = host.views.get(viewIds.reconciliation);
  showUsersFilter(host);
  showFilters(host);
  return vscode.Disposable.from(
    host.configuration.onDidChange(() => {
      host.users.forget();
      host.reconciliation.reset();
      void users?.refresh();
      for (const view of resourceViewNames) {
        host.resources[view].forget();
        void host.views.get(resourceViews[view].id)?.refresh();
      }
    }),
    host.reconciliation.onDidChange(() => {
      void reconciliation?.tree.update();
      const changes = host.reconciliation.inHand?.planning.plan.changes.length ?? 0;
      if (reconciliation !== undefined) reconciliation.view.badge = badge(changes);
      void vscode.commands.executeCommand("setContext", contextKeys.planInHand, changes > 0);
    }),
    reconciliation?.view.onDidChangeCheckboxState((event) => followCheckboxes(host, event)) ??
      vscode.Disposable.from(),
  );
}

function badge(changes: number): vscode.ViewBadge | undefined {
  if (changes === 0) return undefined;
  return { value: changes, tooltip: `Changes planned: ${changes.toLocaleString("en")}` };
}
