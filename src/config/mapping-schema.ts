import * as v from "valibot";
import { closed } from "./closed.ts";
import { tabStop } from "./snippet.ts";

const sample = 'join(" ", tacc.firstName, tacc.lastName)';

/** `connection.attribute`, or any text with a parenthesis or a double quote, which is an expression. */
const mapping = v.pipe(
  v.string(),
  v.regex(
    /^(?:[A-Za-z][A-Za-z0-9_-]*\.[^\s.]\S*|[\s\S]*["(][\s\S]*)$/,
    `must be written connection.attribute, for example "okeanos.uuid", or be an expression, for example ${sample}.`,
  ),
);

const list = v.pipe(v.array(mapping), v.minLength(1, "must name at least one attribute."));

/** What gives an attribute its value. */
export const fromSchema = v.pipe(
  v.union(
    [mapping, list],
    'must be connection.attribute, an expression, or a list of them, for example "okeanos.uuid".',
  ),
  v.metadata({
    description:
      "Where the value comes from: connection.attribute, an expression with functions and texts in double quotes, or a list of which the first with a value counts.",
    examples: ["tacc.fullName", sample],
    defaultSnippets: [
      {
        label: "names joined",
        body: `join(" ", ${tabStop(1, "tacc.firstName")}, ${tabStop(2, "tacc.lastName")})`,
      },
    ],
  }),
);

/** Cases that a rule is tried on whenever the configuration is read. */
export const examplesSchema = v.optional(
  v.pipe(
    v.array(
      closed({
        person: v.pipe(
          v.record(v.string(), v.record(v.string(), v.unknown())),
          v.metadata({
            description: "A made-up person: the attributes of an account for each connection.",
            examples: [{ tacc: { firstName: "Ana", lastName: "Silva" } }],
          }),
        ),
        gives: v.pipe(
          v.nullable(v.string()),
          v.metadata({
            description: "What the rule must give for this person; null for no value.",
            examples: ["Ana Silva"],
          }),
        ),
      }),
    ),
    v.metadata({
      description:
        "Cases that the rule is tried on whenever this file is read. One that does not hold is an error here.",
      defaultSnippets: [
        {
          label: "example",
          body: [{ person: { [tabStop(1, "tacc")]: { [tabStop(2, "fullName")]: "$3" } }, gives: "$4" }],
        },
      ],
    }),
  ),
);
