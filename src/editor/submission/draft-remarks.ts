import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import type { App } from "../../platforms/agave/answers/apps.ts";
import { jsonProblemAt, readJsonDraft } from "../calls/json-draft.ts";
import type { TextRemark } from "../ui/ask.ts";
import { requestProblems } from "./check.ts";
import type { RequestProblem } from "./problem.ts";

/** What is to be said of the draft of a job request, at its places in the text. */
export function draftRemarks(app: App, text: string): readonly TextRemark[] {
  const broken = jsonProblemAt(text);
  if (broken !== undefined) return [broken];
  const tree = parseTree(text, undefined, { allowTrailingComma: true });
  return requestProblems(app, readJsonDraft(text)).map((problem) => ({
    message: problem.message,
    ...placeOf(tree, problem),
    ...(problem.warning ? { warning: true } : {}),
  }));
}

interface Place {
  readonly offset: number;
  readonly length: number;
}

/** Where a problem is: at its value or its name; where that is not there, at the name of the object that it is missing in. */
function placeOf(tree: Node | undefined, { path, ofName }: RequestProblem): Place {
  if (tree === undefined) return { offset: 0, length: 0 };
  for (let depth = path.length; depth > 0; depth--) {
    const node = findNodeAtLocation(tree, path.slice(0, depth));
    if (node === undefined) continue;
    const isName = depth < path.length || ofName === true;
    return spanOf(isName ? (nameOf(node) ?? node) : node);
  }
  return { offset: tree.offset, length: 1 };
}

function nameOf({ parent }: Node): Node | undefined {
  return parent?.type === "property" ? parent.children?.[0] : undefined;
}

function spanOf({ offset, length }: Node): Place {
  return { offset, length };
}
