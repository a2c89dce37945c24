import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { viewIds } from "../identifiers.ts";
import { resultText } from "../views/reconciliation/run-nodes.ts";
import { timeText } from "../views/reconciliation/summary-nodes.ts";
import { counted } from "../views/reconciliation/words.ts";

interface Shown {
  readonly icon: string;
  readonly text: string;
  readonly tooltip: string;
  readonly warning?: boolean;
}

/** Says in the status bar how things stand: drift, or the last result. Hidden where there is nothing to say. */
export function registerStatusBar(host: Host): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("rollcall.status", vscode.StatusBarAlignment.Left);
  item.name = "Rollcall";
  item.command = `${viewIds.reconciliation}.focus`;
  const show = () => {
    const shown = whatToShow(host);
    if (shown === undefined) return item.hide();
    item.text = `$(${shown.icon}) ${shown.text}`;
    item.tooltip = shown.tooltip;
    item.accessibilityInformation = { label: `Rollcall, ${shown.text}, ${shown.tooltip}` };
    item.backgroundColor = shown.warning
      ? new vscode.ThemeColor("statusBarItem.warningBackground")
      : undefined;
    item.show();
  };
  show();
  return vscode.Disposable.from(item, host.reconciliation.onDidChange(show));
}

function whatToShow({ reconciliation }: Host): Shown | undefined {
  const { failure, inHand, report } = reconciliation;
  if (failure !== undefined)
    return { icon: "error", text: failure.problem.title, tooltip: failure.problem.message };
  if (inHand === undefined) {
    if (report === undefined) return undefined;
    return { icon: "history", text: `${report.target}: ${resultText(report)}`, tooltip: "Last run" };
  }
  const { plan } = inHand.planning;
  const at = `Compared at ${timeText(inHand.madeAt)}`;
  if (plan.blocked.length > 0)
    return { icon: "error", text: `${plan.target.connection}: plan blocked`, tooltip: at, warning: true };
  if (plan.changes.length > 0)
    return {
      icon: "git-compare",
      text: `${plan.target.connection}: ${counted(plan.changes.length, "change")} to make`,
      tooltip: at,
    };
  return { icon: "pass", text: `${plan.target.connection}: in step`, tooltip: at };
}
