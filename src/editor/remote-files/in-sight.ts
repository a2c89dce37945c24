import * as vscode from "vscode";
import { remoteScheme } from "../identifiers.ts";

/** Least milliseconds between two looks at a file, so that moving between editors asks the server for nothing. */
const interval = 30_000;

/**
 * Has the remote files looked at that are in sight: when a person comes back to the window or to an editor, and not while nobody looks.
 * What `look` rejects with is left aside, as the file is looked at again anyway.
 */
export function followSight(look: (uri: vscode.Uri) => Promise<void>): vscode.Disposable {
  const lookedAt = new Map<string, number>();
  const see = () => {
    if (!vscode.window.state.focused) return;
    for (const { document } of vscode.window.visibleTextEditors) {
      const { uri } = document;
      if (uri.scheme !== remoteScheme) continue;
      const last = lookedAt.get(uri.path);
      if (last !== undefined && Date.now() - last < interval) continue;
      lookedAt.set(uri.path, Date.now());
      if (last !== undefined) look(uri).catch(() => undefined);
    }
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeWindowState(see),
    vscode.window.onDidChangeVisibleTextEditors(see),
  );
}
