import * as v from "valibot";
import { closed } from "./closed.ts";
import { either } from "./either.ts";

const filterExample = 'userName sw "svc-"';
const filter = v.pipe(
  v.string(),
  v.metadata({
    description: "SCIM filter: users of the target that are never changed.",
    examples: [filterExample],
  }),
);

const names = (description: string, example: string) =>
  v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.nonEmpty("must not be empty."))),
      v.metadata({ description, examples: [[example]] }),
    ),
  );

/** Who is never changed: a filter, or an object that also names single users. */
export const protectSchema = v.pipe(
  either(
    (value) => typeof value === "string",
    filter,
    v.pipe(
      closed({
        filter: v.optional(filter),
        ids: names("Ids of users of the target that are never changed, to the letter.", "1042"),
        userNames: names(
          "User names of users of the target that are never changed, whatever their case.",
          "administrator",
        ),
      }),
      v.check(
        ({ filter: one, ids = [], userNames = [], ...unknown }) =>
          one !== undefined || ids.length + userNames.length + Object.keys(unknown).length > 0,
        'must name somebody: give it a "filter", "ids" or "userNames", or remove it.',
      ),
      v.metadata({
        description: "Users of the target that are never changed: those of a filter, and single ones.",
        defaultSnippets: [{ label: "protect single users", body: { filter: "$1", userNames: ["$2"] } }],
      }),
    ),
  ),
  v.metadata({
    description:
      "Users of the target that are never changed: a SCIM filter, or an object that also names single users.",
    examples: [filterExample, { filter: filterExample, userNames: ["administrator"] }],
  }),
);
