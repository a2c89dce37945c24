import * as vscode from "vscode";
import type { Host } from "../../host.ts";
import { nameOf, type RemotePath } from "../../remote-files/path.ts";
import { remoteUri } from "../../remote-files/uri.ts";
import { chooseResources } from "../../resources/choose.ts";
import type { RemoteFileSubject } from "../../views/systems/subjects.ts";
import { givenSubject } from "../given.ts";

/** Adds the home folder of a system, or a folder of one, to the workspace. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const folder = givenSubject<RemoteFileSubject>(given, "remoteFile");
  const path = folder?.isFolder ? folder.path : await homeOf(host, given);
  if (path === undefined) return;
  if (!(await mayRestart(host))) return;
  const name = path.names.length === 0 ? path.system : `${nameOf(path)} (${path.system})`;
  const at = vscode.workspace.workspaceFolders?.length ?? 0;
  vscode.workspace.updateWorkspaceFolders(at, 0, { uri: remoteUri(path), name });
}

async function homeOf(host: Host, given: readonly unknown[]): Promise<RemotePath | undefined> {
  const [system] = await chooseResources(host, given, "systems", { title: "Open in Workspace" });
  return system && { connection: system.connection, system: system.id, base: "home", names: [] };
}

/** A window with one folder becomes a workspace, for which the editor starts its extensions anew; the sandbox does not outlive that. */
async function mayRestart(host: Host): Promise<boolean> {
  if (host.sandbox.running === undefined || vscode.workspace.workspaceFile !== undefined) return true;
  return host.ask.confirm({
    id: "restart",
    message: "Make a workspace of this window and stop the sandbox?",
    detail:
      "The editor starts its extensions anew when a window gets a second folder, and the sandbox stops with them: its systems and files are gone then.",
    action: "Add and Stop Sandbox",
  });
}
