import type { JSONPath } from "jsonc-parser";
import { attributesOf, type Expression } from "../identity/mapping/expression.ts";
import { readExpression } from "../identity/mapping/parse.ts";
import type { SourceAttribute } from "../identity/source-attribute.ts";
import type { ConfigurationProblem, ProblemCode } from "./problem.ts";
import type { TextDocument } from "./text-document.ts";

/** What is wrong with an attribute of a source; undefined where nothing is. */
export type CheckAttribute = (
  attribute: SourceAttribute,
) => { readonly code: ProblemCode; readonly message: string } | undefined;

/** An expression of the configuration, and what is wrong with it. It may be used only where nothing is. */
export interface ParsedMapping {
  readonly expression?: Expression;
  readonly problems: readonly ConfigurationProblem[];
}

/** Parses an expression that stands at a path of the file, and finds all that is wrong with it, each at its place. */
export function parseMappingAt(
  text: string,
  path: JSONPath,
  document: TextDocument,
  check: CheckAttribute,
): ParsedMapping {
  const { expression, ranges, errors } = readExpression(text);
  const wrong = expression
    ? attributesOf(expression).flatMap((attribute) => {
        const problem = check(attribute);
        return problem ? [{ ...problem, range: ranges.get(attribute) ?? { start: 0, end: 0 } }] : [];
      })
    : [];
  const node = document.nodeAt(path);
  const told = [
    ...errors.map(({ message, range }) => ({ code: "expression" as const, message, range })),
    ...wrong,
  ];
  return {
    ...(expression && { expression }),
    problems: told.map(({ code, message, range }) =>
      document.problem(
        code,
        message,
        node ? document.placeInside(node, range.start, range.end) : document.placeOf(path),
      ),
    ),
  };
}
