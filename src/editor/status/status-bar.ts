import * as vscode from "vscode";
import type { Host } from "../host.ts";
import type { Notice } from "./notice.ts";

const everyMinute = 60_000;

/**
 * The one item in the status bar: what is most urgent, with all the rest in its tooltip. A click goes where that can be seen to. It is
 * hidden where there is nothing to tell, and never asks a platform.
 */
export function registerStatusBar(host: Host): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("rollcall.status", vscode.StatusBarAlignment.Left);
  item.name = "Rollcall";
  let timer: NodeJS.Timeout | undefined;
  let latest: symbol | undefined;
  const show = async () => {
    const mine = Symbol("showing");
    latest = mine;
    const { noticesOf } = await import("./notices.ts");
    const notices = await noticesOf(host);
    if (latest !== mine) return;
    clearTimeout(timer);
    timer = setTimeout(show, everyMinute).unref();
    await fill(item, notices);
  };
  return vscode.Disposable.from(
    item,
    host.reconciliation.onDidChange(show),
    host.expiries.onDidChange(show),
    host.configuration.onDidChange(show),
    host.resources.serviceUsers.onDidChange(show),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

async function fill(item: vscode.StatusBarItem, notices: readonly Notice[]): Promise<void> {
  const [first] = notices;
  if (first === undefined) return item.hide();
  const { statusText } = await import("./notice.ts");
  const { tooltipOf } = await import("./tooltip.ts");
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
