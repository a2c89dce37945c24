import * as vscode from "vscode";
import type { Handle } from "./handle.ts";
import { accessibleLabel, contextValue, descriptionOf, type NodeIcon, type TreeNode } from "./node.ts";

/** The editor's form of a node. */
export function treeItem(handle: Handle): vscode.TreeItem {
  const { node } = handle;
  const description = descriptionOf(node);
  const item = new vscode.TreeItem(node.label, collapsibleState(node));
  item.id = node.id;
  item.contextValue = contextValue(node);
  item.accessibilityInformation = { label: accessibleLabel(node) };
  item.tooltip = node.tooltip === undefined ? plainTooltip(node) : new vscode.MarkdownString(node.tooltip);
  if (description !== undefined) item.description = description;
  if (node.icon !== undefined) item.iconPath = themeIcon(node.icon);
  if (node.checkbox !== undefined) item.checkboxState = checkboxState(node, node.checkbox);
  if (node.command !== undefined) {
    const { id, title, arguments: given } = node.command;
    item.command = { command: id, title, arguments: given ? [...given] : [handle] };
  }
  return item;
}

function plainTooltip(node: TreeNode): string {
  return [node.label, descriptionOf(node)].filter(Boolean).join("\n");
}

function collapsibleState(node: TreeNode): vscode.TreeItemCollapsibleState {
  if (node.children === undefined) return vscode.TreeItemCollapsibleState.None;
  return node.expanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function themeIcon(icon: NodeIcon): vscode.ThemeIcon {
  return new vscode.ThemeIcon(
    icon.id,
    icon.color === undefined ? undefined : new vscode.ThemeColor(icon.color),
  );
}

function checkboxState(node: TreeNode, checkbox: NonNullable<TreeNode["checkbox"]>) {
  return {
    state: checkbox.checked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    tooltip: checkbox.tooltip,
    accessibilityInformation: { label: `${node.label}: ${checkbox.tooltip}`, role: "checkbox" },
  };
}
