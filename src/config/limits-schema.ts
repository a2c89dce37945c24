import * as v from "valibot";
import { accountActions, changeActions } from "../identity/situation.ts";
import { closed } from "./closed.ts";
import { tabStop } from "./snippet.ts";

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

type LimitEntries<Action extends string> = { [Name in Action]: typeof limit };
const entriesFor = <const Action extends string>(actions: readonly Action[]) =>
  Object.fromEntries(actions.map((action) => [action, limit])) as LimitEntries<Action>;

const scopedLimits = v.pipe(
  closed({
    filter: v.pipe(
      v.string(),
      v.metadata({
        description: "SCIM filter over users of the target. A new account is judged by what it would be.",
        examples: ['emails.value ew "@staff.example.org"'],
      }),
    ),
    name: v.optional(
      v.pipe(
        v.string(),
        v.nonEmpty("must not be empty."),
        v.metadata({
          description: "What these limits are called where a plan exceeds them. Default: the filter.",
          examples: ["Staff"],
        }),
      ),
    ),
    ...entriesFor(accountActions),
  }),
  v.metadata({
    description:
      "Limits that count only changes to users that the filter matches; shares are taken of those users.",
    defaultSnippets: [
      {
        label: "limits for some users",
        body: { filter: tabStop(1, 'userName sw "staff-"'), deactivate: `${tabStop(2, "1")}%` },
      },
    ],
  }),
);

/** The `limits` of `reconcile`. */
export const limitsSchema = v.pipe(
  closed({
    ...entriesFor(changeActions),
    scoped: v.optional(
      v.pipe(
        v.array(scopedLimits),
        v.description("Further limits, each for some of the users. A plan must keep all of them."),
      ),
    ),
  }),
  v.description("The most changes of each kind that a plan may hold."),
);
