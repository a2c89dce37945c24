import * as vscode from "vscode";
import type { Handle } from "./handle.ts";
import type { NodeLoader } from "./node.ts";
import { NodeTree } from "./tree.ts";

/** A view of the manifest with the tree that it shows. */
export interface NodeView extends vscode.Disposable {
  readonly id: string;
  readonly tree: NodeTree;
  readonly view: vscode.TreeView<Handle>;
  /** Loads again below a node, or the whole view, with the view's own progress bar. */
  refresh(handle?: Handle): Promise<void>;
  /** Loads again what an error item stands among. */
  retry(failure: Handle): Promise<void>;
}

/** What happens to what is dropped on an item, or on the view beside its items. */
export type Drop = (target: Handle | undefined, transfer: vscode.DataTransfer) => Promise<void>;

/** Makes a view over a source of nodes. Nothing is read before the view is shown. */
export function createNodeView(id: string, roots: NodeLoader, drop?: Drop): NodeView {
  const tree: NodeTree = new NodeTree(id, roots, () => view.visible);
  const view: vscode.TreeView<Handle> = vscode.window.createTreeView(id, {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
    manageCheckboxStateManually: true,
    ...(drop === undefined ? {} : { dragAndDropController: dropController(drop) }),
  });
  const refresh = (handle?: Handle) =>
    Promise.resolve(vscode.window.withProgress({ location: { viewId: id } }, () => tree.refresh(handle)));
  return {
    id,
    tree,
    view,
    refresh,
    retry: (failure) => refresh(tree.getParent(failure)),
    dispose() {
      view.dispose();
      tree.dispose();
    },
  };
}

function dropController(drop: Drop): vscode.TreeDragAndDropController<Handle> {
  return {
    dragMimeTypes: [],
    dropMimeTypes: ["text/uri-list", "files"],
    handleDrop: (target, transfer) => drop(target, transfer),
  };
}
