import type { Filter } from "scim2-parse-filter";
import { type AttributeSchema, unknownAttributes } from "../attributes.ts";
import { typeErrors } from "../check.ts";
import { FilterError, type Range } from "../error.ts";
import { parseTolerant } from "../parse.ts";

/** What is wrong with a filter whose text is right: with the attributes it names, and with what it asks of them. */
export type CheckFilter = (filter: Filter) => readonly FilterError[];

/** Everything that is wrong with a text as a filter, each with its place and, where there is one, its fix. Never throws. */
export function filterErrors(text: string, check: CheckFilter): readonly FilterError[] {
  const { filter, errors } = parseTolerant(text);
  return errors.length === 0 && filter ? check(filter) : errors;
}

/** The type errors of a filter, and the attributes that it names and the schema does not know. */
export function schemaErrors(schema: AttributeSchema, complaint: (path: string) => string): CheckFilter {
  return (filter) => [
    ...typeErrors(filter, schema),
    ...unknownAttributes(filter, schema).map(({ path, range = nowhere, suggestion }) => {
      const way = suggestion === undefined ? "" : ` Did you mean "${suggestion}"?`;
      return unknownAttributeError(`${complaint(path)}${way}`, path, range, suggestion);
    }),
  ];
}

const nowhere = { start: 0, end: 0 };

/**
 * An attribute that there is not, with a fix where the one that was probably meant can stand in its place.
 * @param path The whole path, with that of the value path it stands in.
 * @param meant A whole path as well.
 */
export function unknownAttributeError(
  message: string,
  path: string,
  range: Range,
  meant: string | undefined,
): FilterError {
  const outer = path.slice(0, path.length - (range.end - range.start));
  const isThere = meant?.toLowerCase().startsWith(outer.toLowerCase()) ?? false;
  const text = meant?.slice(outer.length) ?? "";
  const fix = isThere && text !== "" ? { title: `Write ${text}`, range, text } : undefined;
  return new FilterError("unknownAttribute", message, range, fix);
}
