import { coreUserSchema, unknownAttributes } from "../../../filter/attributes.ts";
import { typeErrors } from "../../../filter/check.ts";
import { FilterError } from "../../../filter/error.ts";
import { parseFilter } from "../../../filter/parse.ts";
import type { Account } from "../../../identity/account.ts";
import { continuationChoices } from "../../language/continuation-choices.ts";
import type { ResourceFilter } from "../../resources/local-filter.ts";
import type { Remark } from "../../ui/ask.ts";
import { filterExamples } from "./filter-examples.ts";

/** Users are filtered by SCIM filters (RFC 7644 section 3.4.2.2): by the server as far as it can, and here for the rest. */
export const userFilter: ResourceFilter = {
  prompt: "A SCIM filter. Empty lists everyone.",
  placeholder: 'emails.value ew "@example.org" and active eq true',
  remark: filterRemark,
  continuations: (text) => continuationChoices(text, coreUserSchema),
  examples: (users) => filterExamples(users as readonly Account[], Date.now()),
};

/**
 * What is to be said of a filter for users while it is typed: the first error with its place, or an attribute that SCIM users
 * do not usually have, which does not keep anybody from using the filter.
 */
function filterRemark(text: string): Remark | undefined {
  try {
    const filter = parseFilter(text);
    const [error] = typeErrors(filter, coreUserSchema);
    if (error !== undefined) return remark(error);
    const [unknown] = unknownAttributes(filter, coreUserSchema);
    if (unknown === undefined) return undefined;
    const { path, range, suggestion } = unknown;
    const way = suggestion === undefined ? "" : ` Did you mean ${suggestion}?`;
    return { message: `${place(range)}SCIM users have no ${path}.${way}`, warning: true };
  } catch (error) {
    if (error instanceof FilterError) return remark(error);
    throw error;
  }
}

function remark({ range, message }: FilterError): Remark {
  return { message: `${place(range)}${message}` };
}

function place(range: { readonly start: number } | undefined): string {
  return range === undefined ? "" : `Column ${range.start + 1}: `;
}
