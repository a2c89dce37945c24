import { findNodeAtLocation, type Node } from "jsonc-parser";
import type { TextDocument } from "./text-document.ts";

/** The strings that stand at a path of a file; `*` is any place of a list. */
export function stringNodesAt({ root }: TextDocument, path: readonly string[]): readonly Node[] {
  return (root ? nodesBelow(root, path) : []).filter(({ type }) => type === "string");
}

function nodesBelow(node: Node, [step, ...rest]: readonly string[]): readonly Node[] {
  if (step === undefined) return [node];
  if (step === "*")
    return node.type === "array" ? (node.children ?? []).flatMap((child) => nodesBelow(child, rest)) : [];
  const found = findNodeAtLocation(node, [step]);
  return found ? nodesBelow(found, rest) : [];
}
