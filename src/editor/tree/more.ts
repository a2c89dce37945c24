import type { Problem } from "../problem.ts";
import { markdownText, type NodeSubject, type TreeNode } from "./node.ts";

/** What the command Load More is given. */
export interface MoreSubject extends NodeSubject {
  readonly kind: "more";
  readonly connection: string;
}

interface More {
  readonly id: string;
  readonly connection: string;
  /** How many are shown: see `countText`. */
  readonly count: string;
  /** Why the last try failed. */
  readonly problem: Problem | undefined;
}

/** The last item of a list that the server has more of. A click loads the next page, or tries again. */
export function moreNode({ id, connection, count, problem }: More): TreeNode {
  const subject: MoreSubject = { kind: "more", connection };
  const common = { id, subject, command: { id: "rollcall.loadMore", title: "Load More" } };
  if (problem === undefined)
    return { ...common, label: "Load more", description: count, icon: { id: "ellipsis" }, noun: "more" };
  return {
    ...common,
    label: "Load more",
    description: `${problem.title}. Select to try again`,
    tooltip: markdownText([problem.message, problem.advice].filter(Boolean).join("\n")),
    icon: { id: "error", color: "list.errorForeground" },
    noun: "more",
    spoken: "error",
  };
}

/** `200 of 4,312`, or `200 shown` where the server does not say how many there are. */
export function countText(shown: number, total?: number): string {
  if (total === undefined) return `${shown.toLocaleString("en")} shown`;
  return `${shown.toLocaleString("en")} of ${total.toLocaleString("en")}`;
}
