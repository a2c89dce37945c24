import type { Filter } from "scim2-parse-filter";
import type { Range } from "./error.ts";

/** Where a node of a parsed filter stands in its text, and its parts with it. */
export interface NodeRange extends Range {
  /** The attribute path, of an expression or a value path. */
  readonly path?: Range;
  readonly operator?: Range;
  readonly value?: Range;
}

/** Ranges ride beside the tree, so that it stays a plain value which can be compared, copied and sent as JSON. */
const ranges = new WeakMap<object, NodeRange>();

/** Notes where a node stands, and gives the node back. */
export function placed<Node extends Filter>(node: Node, range: NodeRange): Node {
  ranges.set(node, range);
  return node;
}

/** Where a node stands in the text that it was parsed from; undefined for a node that was made otherwise. */
export function rangesOf(node: object): NodeRange | undefined {
  return ranges.get(node);
}
