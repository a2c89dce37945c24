import * as v from "valibot";
import { driftPolicies } from "../identity/policy.ts";
import { type Situation, situations } from "../identity/situation.ts";
import { closed } from "./closed.ts";
import { leaversSchema } from "./leavers-schema.ts";
import { limitsSchema } from "./limits-schema.ts";
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
    drift: v.optional(
      v.pipe(
        v.picklist(driftPolicies),
        v.metadata({
          description:
            "What is done where the target's value has moved by itself since both last agreed. Default: revert.",
          enumDescriptions: [
            "Set it back to what the source says.",
            "Leave it as it is and tell so; a person decides where the source has moved as well.",
            "A person decides.",
          ],
          default: "revert",
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
    limits: v.optional(limitsSchema),
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
