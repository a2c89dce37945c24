import * as v from "valibot";
import { changeActions, type Situation, situations } from "../identity/situation.ts";
import { closed } from "./closed.ts";
import { leaversSchema } from "./leavers-schema.ts";
import { examplesSchema, fromSchema } from "./mapping-schema.ts";
import { matchRuleSchema } from "./match-schema.ts";
import { protectSchema } from "./protect-schema.ts";
import { actionMeanings, situationActions, situationMeanings } from "./situation-actions.ts";
import { tabStop } from "./snippet.ts";

const filterText = (description: string, example: string) =>
  v.optional(v.pipe(v.string(), v.metadata({ description, examples: [example] })));

const setRule = v.pipe(
  closed({
    attribute: v.pipe(
      v.string(),
      v.metadata({
        description: "Attribute of the target that the rule keeps.",
        examples: ["externalId", "displayName", "userName"],
      }),
    ),
    from: fromSchema,
    when: filterText(
      "SCIM filter over the person, with one complex attribute for each connection. The rule holds only where it matches.",
      "tacc.fullName pr",
    ),
    on: v.optional(
      v.pipe(
        v.picklist(["always", "create"]),
        v.metadata({
          description:
            "Whether the attribute is kept in step, or only filled in a new account. Default: always.",
          enumDescriptions: ["Keep the attribute in step.", "Fill it only where an account is created."],
          default: "always",
        }),
      ),
    ),
    examples: examplesSchema,
  }),
  v.metadata({
    description: "What an attribute of the target should be.",
    defaultSnippets: [
      {
        label: "set rule",
        body: {
          attribute: tabStop(1, "displayName"),
          from: `${tabStop(2, "tacc")}.${tabStop(3, "fullName")}`,
        },
      },
    ],
  }),
);

const situationEntry = <const Name extends Situation>(name: Name) =>
  v.optional(
    v.pipe(
      v.picklist(situationActions[name]),
      v.metadata({
        description: situationMeanings[name],
        enumDescriptions: situationActions[name].map((action) => actionMeanings[action]),
      }),
    ),
  );

type SituationEntries = { [Name in Situation]: ReturnType<typeof situationEntry<Name>> };
const situationEntries = Object.fromEntries(
  situations.map((name) => [name, situationEntry(name)]),
) as SituationEntries;

const limit = v.optional(
  v.pipe(
    v.union(
      [
        v.pipe(
          v.string(),
          v.regex(/^(100|\d{1,2})(\.\d+)?%$/, 'must be a share from "0%" to "100%", or a whole number.'),
        ),
        v.pipe(v.number(), v.integer("must be a whole number."), v.minValue(0, "must not be negative.")),
      ],
      'must be a share of the target\'s accounts, like "5%", or a whole number, like 100.',
    ),
    v.metadata({
      description:
        'The most changes of this kind in one plan: a number, or a share of the target\'s accounts like "5%" (rounded up). A plan over a limit is not applied at all.',
      examples: ["5%", 100],
    }),
  ),
);

type LimitEntries = { [Action in (typeof changeActions)[number]]: typeof limit };
const limitEntries = Object.fromEntries(changeActions.map((action) => [action, limit])) as LimitEntries;

/** The `reconcile` section. */
export const reconcileSchema = v.pipe(
  closed({
    target: v.pipe(v.string(), v.description("The connection that is written: an odm or scim one.")),
    sources: v.pipe(
      v.array(v.string()),
      v.minLength(1, "must name at least one connection."),
      v.description("The connections that the target is compared with."),
    ),
    scope: filterText(
      "SCIM filter: who is reconciled. Everyone where it is absent.",
      'emails[type eq "work" and value ew "@example.org"]',
    ),
    protect: v.optional(protectSchema),
    match: v.pipe(
      v.array(matchRuleSchema),
      v.minLength(1, "must hold at least one rule: without one, nobody could be recognised."),
      v.description("Which accounts belong together. Tried in order; the first rule that decides wins."),
    ),
    set: v.optional(v.pipe(v.array(setRule), v.description("What the target's attributes should be."))),
    situations: v.optional(
      v.pipe(
        closed(situationEntries),
        v.description("What is done about each situation, where not the default."),
      ),
    ),
    limits: v.optional(
      v.pipe(closed(limitEntries), v.description("The most changes of each kind that a plan may hold.")),
    ),
    grace: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^[1-9]\d{0,3} (runs?|days?)$/, 'must be like "2 runs" or "7 days".'),
        v.metadata({
          description: "How long somebody must be missing from every source before being deactivated.",
          examples: ["2 runs", "7 days"],
        }),
      ),
    ),
    links: v.optional(
      v.pipe(
        v.string(),
        v.nonEmpty("must be the path of a file."),
        v.metadata({
          description:
            "The file of pinned links: a path relative to this file. Default: rollcall.links.jsonc beside it.",
          examples: ["rollcall.links.jsonc"],
        }),
      ),
    ),
    leavers: v.optional(leaversSchema),
  }),
  v.description("How the target's users are reconciled with the sources. Leave it out to browse only."),
);
