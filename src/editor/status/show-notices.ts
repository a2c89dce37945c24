import * as vscode from "vscode";
import { type Notice, statusText } from "./notice.ts";
import { tooltipOf } from "./tooltip.ts";

/** Shows notices in the status bar, the first of them being the most urgent; hides the item where there are none. */
export function showNotices(item: vscode.StatusBarItem, notices: readonly Notice[]): void {
  const [first] = notices;
  if (first === undefined) {
    item.hide();
    return;
  }
  const { markdown, commands } = tooltipOf(notices);
  const { command, title, arguments: given } = first.action;
  item.text = `$(${first.icon}) ${statusText(notices)}`;
  item.tooltip = new vscode.MarkdownString(markdown, true);
  item.tooltip.isTrusted = { enabledCommands: commands };
  item.accessibilityInformation = { label: `Rollcall, ${notices.map(({ text }) => text).join(", ")}` };
  item.command = { command, title, ...(given === undefined ? {} : { arguments: [...given] }) };
  const warns = notices.some(({ warning }) => warning);
  item.backgroundColor = warns ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
  item.show();
}
