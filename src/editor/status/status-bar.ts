import * as vscode from "vscode";
import type { Host } from "../host.ts";

const everyMinute = 60_000;

/**
 * The one item in the status bar: what is most urgent, with all the rest in its tooltip. A click goes where that can be seen to. It is
 * hidden where there is nothing to tell, and never asks a platform.
 */
export function registerStatusBar(host: Host): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("rollcall.status", vscode.StatusBarAlignment.Left);
  item.name = "Rollcall";
  let timer: NodeJS.Timeout | undefined;
  let latest: object | undefined;
  const show = async () => {
    const mine = {};
    latest = mine;
    const { noticesOf } = await import("./notices.ts");
    const { showNotices } = await import("./show-notices.ts");
    const notices = await noticesOf(host);
    if (latest !== mine) return;
    showNotices(item, notices);
    clearTimeout(timer);
    timer = setTimeout(show, everyMinute).unref();
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
