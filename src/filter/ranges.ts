import type { Range } from "./error.ts";

/** Where a node of a filter stands in its text, and its parts with it. */
export interface NodeRange extends Range {
  /** The attribute path, of an expression or a value path. */
  readonly path?: Range;
  readonly operator?: Range;
  readonly value?: Range;
}

/** Ranges ride beside the tree, so that it stays a plain value which can be compared, copied and sent as JSON. */
export type NodeRanges = Map<object, NodeRange>;
