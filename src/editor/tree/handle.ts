import type * as vscode from "vscode";
import type { TreeNode } from "./node.ts";

/** The lasting identity of a node in a view: the same object for the same id while the data behind it is renewed. */
export class Handle {
  node: TreeNode;
  readonly view: string;
  readonly parent: Handle | undefined;
  /** Absent until asked for. */
  children: readonly Handle[] | undefined;
  /** Children are shown as they are and loaded again the next time that they are asked for. */
  stale = false;
  /** What the editor was given for it last. */
  item: vscode.TreeItem | undefined;
  loading: { readonly promise: Promise<void>; readonly controller: AbortController } | undefined;

  constructor(view: string, node: TreeNode, parent: Handle | undefined) {
    this.view = view;
    this.node = node;
    this.parent = parent;
  }
}
