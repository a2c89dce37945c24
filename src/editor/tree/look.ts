import type { Handle } from "./handle.ts";
import { contextValue, descriptionOf, type TreeNode } from "./node.ts";

/** All that can be seen of a node, as a text that is another one whenever something else can be seen. */
export function lookOf(node: TreeNode): string {
  const { label, tooltip, icon, spoken, children, command } = node;
  return JSON.stringify([
    label,
    descriptionOf(node),
    tooltip,
    icon,
    contextValue(node),
    spoken,
    children !== undefined,
    command?.id,
  ]);
}

/** A node and all known ones below it that look different from when the editor asked for them last. What it does not know yet it asks for itself. */
export function changedAmong(handle: Handle): readonly Handle[] {
  const below = (handle.children ?? []).flatMap(changedAmong);
  return isChanged(handle) ? [handle, ...below] : below;
}

/** A checkbox may have been clicked since, and what a click is given cannot be compared: they count as changed. */
function isChanged({ shown, node }: Handle): boolean {
  if (shown === undefined) return false;
  return node.checkbox !== undefined || node.command?.arguments !== undefined || lookOf(node) !== shown;
}

/** Which nodes are known below one, and in which order. */
export function idsBelow({ children = [] }: Handle): string {
  return children.map((child) => `${child.node.id}(${idsBelow(child)})`).join();
}
