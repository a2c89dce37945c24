import type { JSONPath } from "jsonc-parser";
import type { Filter } from "scim2-parse-filter";
import { coreUserSchema, unknownAttributes } from "../filter/attributes.ts";
import { typeErrors } from "../filter/check.ts";
import { FilterError, type Range } from "../filter/error.ts";
import { expressionRanges, parseFilter } from "../filter/parse.ts";
import { attributesIn } from "../filter/walk.ts";
import type { ConfigurationProblem } from "./problem.ts";
import { didYouMean } from "./suggest.ts";
import type { TextDocument } from "./text-document.ts";

/** A filter of the configuration, or what is wrong with it. */
export interface ParsedFilter {
  readonly filter?: Filter;
  readonly problems: readonly ConfigurationProblem[];
}

/** Parses a filter over the target's users. An attribute that the SCIM User schema does not know is a problem, since writes follow. */
export function userFilter(text: string, path: JSONPath, document: TextDocument): ParsedFilter {
  return parsed(text, path, document, (filter) => [
    ...typeErrors(filter, coreUserSchema),
    ...unknownAttributes(filter, coreUserSchema).map(({ path: attribute, range, suggestion }) => ({
      message:
        `The SCIM User schema has no attribute "${attribute}", so this filter would match the wrong people. ${
          suggestion === undefined ? "" : `Did you mean "${suggestion}"?`
        }`.trim(),
      range,
    })),
  ]);
}

/**
 * Parses a filter over a person, which has one complex attribute for each connection.
 * @param attributesOf The attribute paths of each connection that takes part, by its name.
 */
export function personFilter(
  text: string,
  path: JSONPath,
  document: TextDocument,
  attributesOf: ReadonlyMap<string, readonly string[]>,
): ParsedFilter {
  return parsed(text, path, document, (filter) => {
    const ranges = expressionRanges(filter);
    return attributesIn(filter).flatMap(({ path: named }, index) => {
      const message = personAttributeProblem(named, attributesOf);
      return message === undefined ? [] : [{ message, range: ranges[index]?.path }];
    });
  });
}

function personAttributeProblem(
  path: string,
  attributesOf: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const [connection = "", ...rest] = path.split(".");
  const known = attributesOf.get(connection);
  if (!known)
    return `"${connection}" is not a connection that takes part. ${didYouMean(connection, [...attributesOf.keys()])}`;
  const attribute = rest.join(".");
  const firsts = known.map((name) => name.split(".")[0] ?? name);
  if (attribute === "" || known.includes(attribute) || firsts.includes(attribute)) return undefined;
  return `"${connection}" has no attribute "${attribute}". ${didYouMean(attribute, known)}`;
}

interface Finding {
  readonly message: string;
  readonly range?: Range | undefined;
}

function parsed(
  text: string,
  path: JSONPath,
  document: TextDocument,
  check: (filter: Filter) => readonly Finding[],
): ParsedFilter {
  const problem = ({ message, range }: Finding) => {
    const node = document.nodeAt(path);
    const place = node && range ? document.placeInside(node, range.start, range.end) : document.placeOf(path);
    return document.problem("filter", message, place);
  };
  try {
    const filter = parseFilter(text);
    return { filter, problems: check(filter).map(problem) };
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    return { problems: [problem(error)] };
  }
}
