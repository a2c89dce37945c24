import * as vscode from "vscode";
import type { Host } from "../host.ts";
import type { RemotePath } from "../remote-files/path.ts";
import { remoteUri } from "../remote-files/uri.ts";
import { chooseResources } from "../resources/choose.ts";

/** Adds the home folders of systems to the workspace, so that the editor's own explorer shows them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const systems = await chooseResources(host, given, "systems", { title: "Add System to Workspace" });
  const folders = systems.map(({ connection, id }) => {
    const home: RemotePath = { connection, system: id, base: "home", names: [] };
    return { uri: remoteUri(home), name: `${id} (${connection})` };
  });
  const present = vscode.workspace.workspaceFolders ?? [];
  const added = folders.filter(
    ({ uri }) => !present.some((folder) => folder.uri.toString() === uri.toString()),
  );
  if (folders.length > 0 && added.length === 0) {
    const message = `${folders.map(({ name }) => name).join(", ")}: already in the workspace.`;
    await host.ask.offer({ id: "added", level: "information", message, actions: [] });
  }
  if (added.length === 0 || !(await mayRestart(host))) return;
  vscode.workspace.updateWorkspaceFolders(present.length, 0, ...added);
}

/** A window with one folder becomes a workspace, for which the editor starts its extensions anew; the sandbox does not outlive that. */
async function mayRestart(host: Host): Promise<boolean> {
  if (host.sandbox.running === undefined || vscode.workspace.workspaceFile !== undefined) return true;
  return host.ask.confirm({
    id: "restart",
    message: "Make a workspace of this window and stop the sandbox?",
    detail:
      "The editor starts its extensions anew when a second folder is added to a window, and the sandbox stops with them: its systems and files are gone then.",
    action: "Add and Stop Sandbox",
  });
}
