import { findNodeAtLocation, type JSONPath, type Node, parseTree } from "jsonc-parser";
import type { Plan } from "../../identity/plan.ts";
import { type NoPlan, readPlanText } from "../../session/plan-document.ts";

/** A stretch of a text: UTF-16 offset and length. */
export interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** The text of a plan file with what stands where. */
export interface PlanTree {
  /** Absent where the text is no plan. */
  readonly plan?: Plan;
  readonly noPlan?: NoPlan;
  /** Where the value at a path stands; the beginning of the text where there is none. */
  readonly placeOf: (path: JSONPath) => Stretch;
  /** The path of names and positions to the value, or the name, at an offset. */
  readonly pathAt: (offset: number) => JSONPath;
}

/** Reads the text of a plan file, which may be half edited. */
export function planTree(text: string): PlanTree {
  const root = parseTree(text);
  return {
    ...readPlanText(text),
    placeOf(path) {
      const node = root && findNodeAtLocation(root, path);
      return node
        ? { offset: node.offset, length: node.length }
        : { offset: 0, length: Math.min(1, text.length) };
    },
    pathAt: (offset) => (root ? pathTo(root, offset) : []),
  };
}

function pathTo(node: Node, offset: number): JSONPath {
  if (node.type === "object") {
    const property = node.children?.find((child) => holds(child, offset));
    const [name, value] = property?.children ?? [];
    if (name === undefined) return [];
    return [String(name.value), ...(value && holds(value, offset) ? pathTo(value, offset) : [])];
  }
  if (node.type !== "array") return [];
  const position = node.children?.findIndex((child) => holds(child, offset)) ?? -1;
  const element = node.children?.[position];
  return element ? [position, ...pathTo(element, offset)] : [];
}

function holds({ offset: start, length }: Node, offset: number): boolean {
  return offset >= start && offset <= start + length;
}
