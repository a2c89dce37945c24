import type { JSONPath } from "jsonc-parser";
import type { Filter } from "scim2-parse-filter";
import { coreUserSchema } from "../filter/attributes.ts";
import type { FilterError, Range } from "../filter/error.ts";
import {
  type CheckFilter,
  filterErrors,
  schemaErrors,
  unknownAttributeError,
} from "../filter/language/problems.ts";
import { nearest } from "../filter/nearest.ts";
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

/** The attribute paths of each connection that takes part, by its name. */
export type PersonAttributes = ReadonlyMap<string, readonly string[]>;

/** Checks a filter over the target's users. An attribute that the SCIM User schema does not know is an error, since writes follow. */
export const checkUserFilter: CheckFilter = schemaErrors(
  coreUserSchema,
  (path) => `The SCIM User schema has no attribute "${path}", so this filter would match the wrong people.`,
);

/** Checks a filter over a person, which has one complex attribute for each connection. */
export function checkPersonFilter(attributesOf: PersonAttributes): CheckFilter {
  return (filter) => {
    const ranges = expressionRanges(filter);
    return attributesIn(filter).flatMap(
      ({ path }, index) => personAttributeError(path, attributesOf, ranges[index]?.path) ?? [],
    );
  };
}

function personAttributeError(
  path: string,
  attributesOf: PersonAttributes,
  range: Range = { start: 0, end: 0 },
): FilterError | undefined {
  const [connection = "", ...rest] = path.split(".");
  const known = attributesOf.get(connection);
  if (!known) {
    const names = [...attributesOf.keys()];
    const message = `"${connection}" is not a connection that takes part. ${didYouMean(connection, names)}`;
    const near = nearest(connection, names);
    return unknownAttributeError(message, path, range, near && [near, ...rest].join("."));
  }
  const attribute = rest.join(".");
  const firsts = known.map((name) => name.split(".")[0] ?? name);
  if (attribute === "" || known.includes(attribute) || firsts.includes(attribute)) return undefined;
  const message = `"${connection}" has no attribute "${attribute}". ${didYouMean(attribute, known)}`;
  const near = nearest(attribute, known);
  return unknownAttributeError(message, path, range, near && `${connection}.${near}`);
}

/** Parses a filter that stands at a path of the file, and finds all that is wrong with it. */
export function parseFilterAt(
  text: string,
  path: JSONPath,
  document: TextDocument,
  check: CheckFilter,
): ParsedFilter {
  const node = document.nodeAt(path);
  const problems = filterErrors(text, check).map(({ message, range }) =>
    document.problem(
      "filter",
      message,
      node ? document.placeInside(node, range.start, range.end) : document.placeOf(path),
    ),
  );
  return problems.length > 0 ? { problems } : { filter: parseFilter(text), problems };
}
