import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { originOf } from "../secrets/store.ts";
import type { EndingSignIn } from "./expiry.ts";

const everyMinute = 60_000;

/** Says in the status bar which sign-in ends next, before it does. A click signs in again. */
export function registerExpiryStatus(host: Host): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("rollcall.signIn", vscode.StatusBarAlignment.Left);
  item.name = "Rollcall: sign-in";
  let timer: NodeJS.Timeout | undefined;
  const show = async () => {
    const ending = await endingSignIns(host);
    if (ending.length === 0) {
      clearInterval(timer);
      timer = undefined;
      item.hide();
      return;
    }
    timer ??= setInterval(show, everyMinute).unref();
    const { expiryShown } = await import("./expiry.ts");
    const shown = expiryShown(ending, Date.now());
    if (shown === undefined) {
      item.hide();
      return;
    }
    item.text = `$(key) ${shown.text}`;
    item.tooltip = shown.tooltip;
    item.accessibilityInformation = { label: `Rollcall, ${shown.text}, ${shown.tooltip}` };
    item.command = { command: "rollcall.signIn", title: "Sign In", arguments: [shown.connection] };
    item.backgroundColor = shown.warning
      ? new vscode.ThemeColor("statusBarItem.warningBackground")
      : undefined;
    item.show();
  };
  return vscode.Disposable.from(
    item,
    host.expiries.onDidChange(show),
    host.configuration.onDidChange(show),
    new vscode.Disposable(() => clearInterval(timer)),
  );
}

/** Of the connections that are configured. */
async function endingSignIns(host: Host): Promise<readonly EndingSignIn[]> {
  const state = await host.configuration.state();
  const connections = "configuration" in state ? Object.values(state.configuration.connections) : [];
  return connections.flatMap(({ name, url }) => {
    const at = host.expiries.at(name, originOf(url));
    return at === undefined ? [] : [{ connection: name, at }];
  });
}
