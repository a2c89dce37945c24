import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";

/** Says in the status bar how things stand: drift, or the last result. Hidden where there is nothing to say. */
export function registerStatusBar(host: Host): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("rollcall.status", vscode.StatusBarAlignment.Left);
  item.name = "Rollcall";
  item.command = `${viewIdOf("reconciliation")}.focus`;
  const show = async () => {
    const { statusOf } = await import("./status.ts");
    const shown = statusOf(host.reconciliation);
    if (shown === undefined) {
      item.hide();
      return;
    }
    item.text = `$(${shown.icon}) ${shown.text}`;
    item.tooltip = shown.tooltip;
    item.accessibilityInformation = { label: `Rollcall, ${shown.text}, ${shown.tooltip}` };
    item.backgroundColor = shown.warning
      ? new vscode.ThemeColor("statusBarItem.warningBackground")
      : undefined;
    item.show();
  };
  return vscode.Disposable.from(item, host.reconciliation.onDidChange(show));
}
