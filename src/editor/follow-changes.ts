import * as vscode from "vscode";
import type { Host } from "./host.ts";
import { contextKeys, viewIdOf } from "./identifiers.ts";
import { FollowedLinks } from "./links/followed-links.ts";
import { showBadge } from "./resources/badge.ts";
import { resourceViewNames } from "./resources/catalogue.ts";
import { followUnfinished } from "./resources/follow.ts";
import { showFilters } from "./resources/show-filters.ts";
import type { GoingRun, PlanInHand } from "./views/reconciliation/model.ts";
import { followCheckboxes } from "./views/reconciliation/ticks.ts";

/** Keeps the views in step with the configuration, with what has been read, the plan in hand, and the checkboxes. */
export function followChanges(host: Host): vscode.Disposable {
  const reconciliation = host.views.get(viewIdOf("reconciliation"));
  showFilters(host);
  const followed = new FollowedLinks();
  return vscode.Disposable.from(
    host.configuration.onDidChange((state) => {
      if (followed.onlyLinksChanged(state)) {
        void planAgain(host);
        return;
      }
      host.reconciliation.reset();
      for (const view of resourceViewNames) {
        host.resources[view].forget();
        void host.views.get(viewIdOf(view))?.refresh();
      }
    }),
    ...resourceViewNames.map((view) => host.resources[view].onDidChange(() => showBadge(host, view))),
    ...resourceViewNames.map((view) => followUnfinished(host, view)),
    host.reconciliation.onDidChange(() => {
      void reconciliation?.tree.update();
      const changes = host.reconciliation.inHand?.planning.plan.changes.length ?? 0;
      if (reconciliation !== undefined) reconciliation.view.badge = badge(changes);
      void vscode.commands.executeCommand("setContext", contextKeys.planInHand, changes > 0);
      void vscode.commands.executeCommand("setContext", contextKeys.run, runState(host.reconciliation.going));
      if (reconciliation !== undefined) showPlanFilter(host.reconciliation.inHand, reconciliation.view);
      void showPlanOnUsers(host);
    }),
    reconciliation?.view.onDidChangeCheckboxState((event) => followCheckboxes(host, event)) ??
      vscode.Disposable.from(),
  );
}

function runState(going: GoingRun | undefined): "going" | "paused" | undefined {
  if (going === undefined) return undefined;
  return going.paused ? "paused" : "going";
}

async function planAgain(host: Host): Promise<void> {
  const { replan } = await import("./operations/replan.ts");
  await replan(host);
}

async function showPlanOnUsers(host: Host): Promise<void> {
  const module = await import("./views/users/follow-plan.ts");
  await module.showPlanOnUsers(host);
}

/** Shows beside the view's title how many of the changes a filter lets through, and which filter. */
function showPlanFilter(inHand: PlanInHand | undefined, view: { description?: string | undefined }): void {
  const filtered = inHand?.filtered;
  const of = inHand?.planning.plan.changes.length.toLocaleString("en");
  view.description = filtered && `${filtered.shown.length.toLocaleString("en")} of ${of} · ${filtered.text}`;
  const key = `${contextKeys.filtered}.reconciliation`;
  void vscode.commands.executeCommand("setContext", key, filtered !== undefined);
}

function badge(changes: number): vscode.ViewBadge | undefined {
  if (changes === 0) return undefined;
  return { value: changes, tooltip: `Changes planned: ${changes.toLocaleString("en")}` };
}
