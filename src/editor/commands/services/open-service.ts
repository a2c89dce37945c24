import * as vscode from "vscode";
import type { Host } from "../../host.ts";
import { chooseRunning } from "../../views/services/choose-running.ts";
import { addressOf } from "../../views/services/running.ts";

/** Opens the entry points of the selected running services in the browser. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  for (const service of await chooseRunning(host, given, "Open Running Service")) {
    const address = addressOf(service);
    if (address !== undefined) await vscode.env.openExternal(vscode.Uri.parse(address));
    else {
      const message = `${service.name} ${service.version} opens no port, so there is nothing to open.`;
      await host.ask.offer({ id: "noPort", level: "information", message, actions: [] });
    }
  }
}
