import type { Filter } from "scim2-parse-filter";
import type { AttributeSchema } from "../attributes.ts";
import { compileFilter } from "../compile.ts";
import { printFilter } from "../print.ts";
import { reachOf } from "../reach.ts";

/** Whether a part of a filter holds for a resource, and what that rests on. */
export interface Explained {
  /** `and`, `or`, `not`, or the expression as it is printed. */
  readonly text: string;
  readonly holds: boolean;
  /** Of an expression: the values that the resource has there. */
  readonly found?: readonly unknown[];
  /** The parts of `and`, `or` and `not`. */
  readonly parts: readonly Explained[];
  /** Whether the result of the whole filter rests on this part. */
  readonly decides: boolean;
}

/**
 * Evaluates a filter part by part: where `and` fails, its parts that do not hold decide, and where `or` holds, those that do.
 * @throws {FilterError} The first of the filter's type errors.
 */
export function explainFilter(filter: Filter, resource: unknown, schema?: AttributeSchema): Explained {
  const holds = compileFilter(filter, { schema });
  return explained(
    filter,
    resource,
    (part) => (part === filter ? holds : compileFilter(part, { schema })),
    true,
  );
}

function explained(
  filter: Filter,
  resource: unknown,
  compile: (filter: Filter) => (resource: unknown) => boolean,
  decides: boolean,
): Explained {
  const holds = compile(filter)(resource);
  const part = (each: Filter, isDecisive: boolean) => explained(each, resource, compile, isDecisive);
  switch (filter.op) {
    case "and":
    case "or":
      return {
        text: filter.op,
        holds,
        decides,
        parts: filter.filters.map((each) => part(each, decides && compile(each)(resource) === holds)),
      };
    case "not":
      return { text: "not", holds, decides, parts: [part(filter.filter, decides)] };
    default:
      return {
        text: printFilter(filter),
        holds,
        decides,
        found: valuesAt(filter.attrPath, resource),
        parts: [],
      };
  }
}

/** The values of an attribute, in the order in which they are tried. */
function valuesAt(path: string, resource: unknown): readonly unknown[] {
  const found: unknown[] = [];
  reachOf(path)((value) => {
    found.push(value);
    return false;
  })(resource);
  return found;
}

/** An explanation as lines of text: whether each part holds, the values met, and a mark where the result rests on it. */
export function explanationLines(explanation: Explained, indent = ""): readonly string[] {
  const { text, holds, found, parts, decides } = explanation;
  const met =
    found &&
    `  (${found.length === 0 ? "no value" : found.map((value) => JSON.stringify(value)).join(", ")})`;
  return [
    `${decides ? ">" : " "} ${holds ? "yes" : "no "}  ${indent}${text}${met ?? ""}`,
    ...parts.flatMap((part) => explanationLines(part, `${indent}  `)),
  ];
}

/** The expressions that the result rests on, in the order of the filter. */
export function decisiveExpressions({ text, parts, decides }: Explained): readonly string[] {
  if (!decides) return [];
  return parts.length === 0 ? [text] : parts.flatMap(decisiveExpressions);
}
