import type { ExtensionContext } from "vscode";
import { startRollcall, stopRollcall } from "./editor/start.ts";

/** Called by the editor the first time a view, a command or a rollcall.jsonc needs Rollcall. Awaits neither network nor secrets. */
export function activate(context: ExtensionContext): unknown {
  return startRollcall(context);
}

/** Called by the editor before it ends the extension host. */
export function deactivate(): Promise<void> {
  return stopRollcall();
}
