import * as vscode from "vscode";
import { describeProblem } from "../problem.ts";
import { failureNode, isFailure } from "./failure.ts";
import { Handle } from "./handle.ts";
import { treeItem } from "./item.ts";
import type { NodeLoader, TreeNode } from "./node.ts";

/**
 * Shows nodes in one view. Handles outlive the data behind them, one element is refreshed at a time, what was shown stays
 * until its successor is there, and an error takes the place of what could not be read.
 */
export class NodeTree implements vscode.TreeDataProvider<Handle>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Handle | undefined>();
  readonly #handles = new Map<string, Handle>();
  readonly #root: Handle;
  readonly #isVisible: () => boolean;
  readonly onDidChangeTreeData = this.#changed.event;

  /**
   * `roots` gives the nodes of the first level; an empty list shows the view's welcome text. While the view is not visible,
   * nothing is loaded that nobody asks for.
   */
  constructor(view: string, roots: NodeLoader, isVisible: () => boolean) {
    this.#isVisible = isVisible;
    this.#root = new Handle(view, { id: view, label: view, noun: "root", children: roots }, undefined);
  }

  getTreeItem(handle: Handle): vscode.TreeItem {
    handle.item = treeItem(handle);
    return handle.item;
  }

  getParent(handle: Handle): Handle | undefined {
    return handle.parent === this.#root ? undefined : handle.parent;
  }

  async getChildren(handle: Handle = this.#root): Promise<Handle[]> {
    if (handle.children === undefined) {
      await this.#load(handle);
      if (typeof handle.node.description === "function") this.#fire(handle);
    } else if (handle.stale && this.#isVisible()) void this.#load(handle).then(() => this.#fire(handle));
    else if (handle.stale) await this.#load(handle);
    return [...(handle.children ?? [])];
  }

  /** Every item that has been loaded. */
  known(): readonly Handle[] {
    return [...this.#handles.values()];
  }

  /** Every item that has been loaded and is not due to be loaded again. */
  current(): readonly Handle[] {
    return this.known().filter(isCurrent);
  }

  /** The node's handle, once its parent has been opened. */
  find(id: string): Handle | undefined {
    return this.#handles.get(id);
  }

  /**
   * Loads what is below a node again (below the whole view without one) and shows it when it has arrived. Items that are open
   * from the start are loaded with it, others when they are asked for.
   */
  async refresh(handle: Handle = this.#root): Promise<void> {
    this.expire(handle);
    if (handle.children !== undefined && this.#isVisible()) await this.#reload(handle);
    this.#fire(handle);
  }

  /** Marks what is below a node as due to be loaded again when it is asked for. */
  expire(handle: Handle): void {
    if (handle.children !== undefined) handle.stale = true;
    for (const child of handle.children ?? []) this.expire(child);
  }

  /** Drops what is below a node: nothing of it is shown before it has been loaded again. */
  clear(handle: Handle): void {
    for (const child of handle.children ?? []) this.#forget(child);
    handle.children = undefined;
  }

  /**
   * Shows a node's children as its source gives them now, without marking what is below them as stale. Where they are the same ones as
   * before, only those are shown anew that look different.
   */
  async update(handle: Handle = this.#root): Promise<void> {
    if (!this.#isVisible()) {
      handle.stale = true;
      return this.#fire(handle);
    }
    const { changesBelow } = await import("./look.ts");
    const changes = changesBelow(handle);
    await this.#load(handle);
    for (const changed of handle === this.#root ? [handle] : changes()) this.#fire(changed);
  }

  dispose(): void {
    this.#root.loading?.controller.abort();
    for (const handle of this.#handles.values()) handle.loading?.controller.abort();
    this.#changed.dispose();
  }

  async #reload(handle: Handle): Promise<void> {
    await this.#load(handle);
    const open = (handle.children ?? []).filter(({ stale, node }) => stale && node.expanded);
    await Promise.all(open.map((child) => this.#reload(child)));
  }

  #fire(handle: Handle): void {
    this.#changed.fire(handle === this.#root ? undefined : handle);
  }

  /** One load at a time for each node: a newer one ends the older one. */
  #load(handle: Handle): Promise<void> {
    handle.loading?.controller.abort();
    const controller = new AbortController();
    const promise = this.#replaceChildren(handle, controller.signal);
    const loading = { promise, controller };
    handle.loading = loading;
    return promise.finally(() => {
      if (handle.loading === loading) handle.loading = undefined;
    });
  }

  async #replaceChildren(handle: Handle, signal: AbortSignal): Promise<void> {
    try {
      const nodes = await childNodes(handle.node, signal);
      if (!signal.aborted) this.#adopt(handle, nodes);
    } catch (error) {
      if (signal.aborted) return newerLoad(handle, signal);
      const kept = (handle.children ?? []).map((child) => child.node).filter((node) => !isFailure(node));
      this.#adopt(handle, [failureNode(handle.node.id, describeProblem(error)), ...kept]);
    }
    return newerLoad(handle, signal);
  }

  #adopt(parent: Handle, nodes: readonly TreeNode[]): void {
    const before = new Map((parent.children ?? []).map((child) => [child.node.id, child]));
    parent.stale = false;
    parent.children = nodes.map((node) => {
      const handle = before.get(node.id) ?? new Handle(this.#root.view, node, parent);
      before.delete(node.id);
      this.#handles.set(node.id, handle);
      this.#renew(handle, node);
      return handle;
    });
    for (const gone of before.values()) this.#forget(gone);
  }

  /** In-memory children follow their node at once; loaded ones stay until they are asked for. */
  #renew(handle: Handle, node: TreeNode): void {
    handle.node = node;
    if (handle.children === undefined) return;
    if (node.children === undefined) this.clear(handle);
    else if (typeof node.children === "function") this.#adopt(handle, node.children());
  }

  #forget(handle: Handle): void {
    handle.loading?.controller.abort();
    if (this.#handles.get(handle.node.id) === handle) this.#handles.delete(handle.node.id);
    for (const child of handle.children ?? []) this.#forget(child);
  }
}

function isCurrent({ parent }: Handle): boolean {
  return parent === undefined || (!parent.stale && isCurrent(parent));
}

/** The load that ended the one with this signal, if there is one. */
function newerLoad(handle: Handle, signal: AbortSignal): Promise<void> | undefined {
  const { loading } = handle;
  return signal.aborted && loading?.controller.signal !== signal ? loading?.promise : undefined;
}

async function childNodes(node: TreeNode, signal: AbortSignal): Promise<readonly TreeNode[]> {
  if (node.children === undefined) return [];
  return typeof node.children === "function" ? node.children() : await node.children.load(signal);
}
