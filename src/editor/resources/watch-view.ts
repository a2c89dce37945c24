import type * as vscode from "vscode";
import { Watch } from "./watch.ts";

/** A watch over what a view shows. */
export interface ViewWatch extends vscode.Disposable {
  /** Begins to look, where there is something to look for. */
  wake(): void;
}

/** Looks again and again, while a view can be seen, until `look` answers that nothing is left that may change. Hiding the view gives up the look that is under way; showing it goes on. */
export function watchView(
  view: vscode.TreeView<unknown>,
  look: (signal: AbortSignal) => Promise<boolean>,
): ViewWatch {
  const watch = new Watch({ isVisible: () => view.visible, look });
  const following = view.onDidChangeVisibility(({ visible }) => (visible ? watch.wake() : watch.rest()));
  return {
    wake: () => watch.wake(),
    dispose() {
      following.dispose();
      watch.dispose();
    },
  };
}
