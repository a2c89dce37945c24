import * as vscode from "vscode";
import type { ConfigurationState } from "../configuration/state.ts";
import type { Host } from "../host.ts";

/** Follows what other windows do to the secrets, and connections that are taken out of rollcall.jsonc. */
export function followSecrets(host: Host): vscode.Disposable {
  let before: ConfigurationState | undefined;
  return vscode.Disposable.from(
    host.context.secrets.onDidChange(({ key }) => host.secrets.look(key)),
    host.secrets.onDidChange(async (change) => {
      if (change.elsewhere.size === 0) return;
      const { followOtherWindow } = await import("./other-windows.ts");
      await followOtherWindow(host, change);
    }),
    host.configuration.onDidChange(async (state) => {
      const dropped = droppedBetween(before, state);
      before = state;
      if (dropped.length === 0) return;
      const { offerToForget } = await import("./unused.ts");
      await offerToForget(host, dropped);
    }),
  );
}

/** The connections that a file had and has no more. */
function droppedBetween(
  before: ConfigurationState | undefined,
  after: ConfigurationState,
): readonly string[] {
  if (before === undefined || !("configuration" in before && "configuration" in after)) return [];
  if (before.file !== after.file) return [];
  const { connections } = after.configuration;
  return Object.keys(before.configuration.connections).filter((name) => connections[name] === undefined);
}
