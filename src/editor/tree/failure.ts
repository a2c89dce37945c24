import type { Problem } from "../problem.ts";
import { markdownText, type NodeSubject, type TreeNode } from "./node.ts";

/** What the commands Retry, Sign In and Show Details are given. */
export interface FailureSubject extends NodeSubject {
  readonly kind: "failure";
  readonly problem: Problem;
  readonly connection?: string;
  /** A command to run again; without it, the parent's children are loaded again. */
  readonly retry?: string;
}

/** An error, in the place where the answer would have been. A click tries again. */
export function failureNode(ownerId: string, problem: Problem, retry?: string): TreeNode {
  const { connection, kind, message, advice } = problem;
  const signIn = kind === "unauthorised" && connection !== undefined;
  const subject: FailureSubject = {
    kind: "failure",
    problem,
    ...(connection === undefined ? {} : { connection }),
    ...(retry === undefined ? {} : { retry }),
  };
  return {
    id: `${ownerId}/failure`,
    label: problem.title,
    description: signIn ? "Sign in, or select to retry" : "Select to retry",
    tooltip: [message, advice]
      .filter((text) => text !== undefined)
      .map(markdownText)
      .join("\n\n"),
    icon: signIn
      ? { id: "key", color: "list.warningForeground" }
      : { id: "error", color: "list.errorForeground" },
    noun: "failure",
    flags: signIn ? ["signIn"] : [],
    spoken: "error",
    command: { id: "rollcall.retry", title: "Retry" },
    subject,
  };
}

/** Whether a node stands for an error. */
export function isFailure(node: TreeNode): boolean {
  return node.subject?.kind === "failure";
}
