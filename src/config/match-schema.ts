import * as v from "valibot";
import { sourceAttributePattern } from "../identity/source-attribute.ts";
import { closed } from "./closed.ts";
import { either } from "./either.ts";
import { tabStop } from "./snippet.ts";

const attributes = {
  target: v.pipe(
    v.string(),
    v.metadata({
      description: "Attribute of the target.",
      examples: ["externalId", "userName", "emails.value"],
    }),
  ),
  source: v.pipe(
    v.string(),
    v.regex(sourceAttributePattern, 'must be written connection.attribute, for example "okeanos.uuid".'),
    v.metadata({
      description: "Attribute of a source: connection.attribute.",
      examples: ["okeanos.uuid", "tacc.email"],
    }),
  ),
};

const single = v.pipe(
  closed(attributes),
  v.metadata({
    description: "Accounts belong together where these two attributes are equal.",
    defaultSnippets: [
      {
        label: "match rule",
        body: { target: tabStop(1, "externalId"), source: `${tabStop(2, "okeanos")}.${tabStop(3, "uuid")}` },
      },
    ],
  }),
);

const compound = v.pipe(
  closed({
    all: v.pipe(
      v.array(closed(attributes)),
      v.minLength(2, "must hold at least two pairs of attributes."),
      v.description("Pairs of attributes that must all be equal. Every source is of the same connection."),
    ),
  }),
  v.metadata({
    description: "Accounts belong together where all of these attributes are equal.",
    defaultSnippets: [
      {
        label: "match rule of several attributes",
        body: {
          all: [
            { target: tabStop(1, "userName"), source: `${tabStop(2, "tacc")}.${tabStop(3, "username")}` },
            { target: tabStop(4, "displayName"), source: `${tabStop(5, "tacc")}.${tabStop(6, "fullName")}` },
          ],
        },
      },
    ],
  }),
);

export type WrittenMatchPart = v.InferOutput<typeof single>;
export type WrittenMatchRule = WrittenMatchPart | v.InferOutput<typeof compound>;

/** Whether a rule is of several pairs. */
export function isCompound(rule: WrittenMatchRule): rule is v.InferOutput<typeof compound> {
  return "all" in rule;
}

/** A rule of `match`: one pair of attributes, or several that must agree together. */
export const matchRuleSchema = either(
  (value) => typeof value === "object" && value !== null && "all" in value,
  compound,
  single,
);
