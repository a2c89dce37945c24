import type * as vscode from "vscode";
import type { Handle } from "./handle.ts";
import { treeItem } from "./item.ts";

/**
 * Takes note of what is known below a node. Answers a function that tells, once it has been loaded again, what is to be shown anew: the
 * node itself where others are below it or in another order, and else what looks different of it and all that is known below.
 */
export function changesBelow(handle: Handle): () => readonly Handle[] {
  const before = idsBelow(handle);
  return () => (idsBelow(handle) === before ? changedAmong(handle) : [handle]);
}

function changedAmong(handle: Handle): readonly Handle[] {
  const below = (handle.children ?? []).flatMap(changedAmong);
  return isChanged(handle) ? [handle, ...below] : below;
}

/**
 * What the editor was never given it asks for itself. A checkbox may have been clicked since, and what a click is given cannot be
 * compared: they count as changed.
 */
function isChanged(handle: Handle): boolean {
  const { item, node } = handle;
  if (item === undefined) return false;
  const holdsMore = node.checkbox !== undefined || node.command?.arguments !== undefined;
  return holdsMore || lookOf(item) !== lookOf(treeItem(handle));
}

/** All that can be seen of an item, as a text. */
function lookOf(item: vscode.TreeItem): string {
  const { label, description, tooltip, contextValue, collapsibleState, accessibilityInformation } = item;
  const { id, color } = (item.iconPath ?? {}) as Partial<vscode.ThemeIcon>;
  return JSON.stringify([
    label,
    description,
    typeof tooltip === "object" ? tooltip.value : tooltip,
    [id, color?.id],
    contextValue,
    collapsibleState,
    accessibilityInformation?.label,
    item.command?.command,
  ]);
}

function idsBelow({ children = [] }: Handle): string {
  return children.map((child) => `${child.node.id}(${idsBelow(child)})`).join();
}
