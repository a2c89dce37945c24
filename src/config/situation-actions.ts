import type { PolicyAction, Situation } from "../identity/situation.ts";

/** What a policy may do in each situation. Anything else would make no sense, for example creating an account that exists. */
export const situationActions = {
  confirmed: ["update", "report", "ignore"],
  found: ["update", "report", "ignore"],
  alreadyLinked: ["report"],
  absent: ["create", "report", "ignore"],
  dormant: ["reactivate", "report", "ignore"],
  ambiguous: ["report"],
  sourceMissing: ["deactivate", "report", "ignore"],
  unassigned: ["deactivate", "report", "ignore"],
  outOfScope: ["ignore", "report"],
  protected: ["ignore", "report"],
  incomplete: ["report"],
} as const satisfies Record<Situation, readonly PolicyAction[]>;

/** What each situation means, for completion in the editor. */
export const situationMeanings: Readonly<Record<Situation, string>> = {
  confirmed: "Linked before, and both sides are there.",
  found: "Both sides are there and match, and are not linked yet.",
  alreadyLinked: "Matches an account that already belongs to someone else.",
  absent: "In a source, in scope, and not in the target.",
  dormant: "In a source, while the target's account is deactivated.",
  ambiguous: "More than one account could be meant. A person decides.",
  sourceMissing: "Was linked, and is no longer in any source.",
  unassigned: "In the target, and was never linked to any source.",
  outOfScope: "Does not match the scope filter.",
  protected: "Matches the protect rule. Never changed.",
  incomplete:
    "Cannot be judged, because a source could not be read to its end, or an account that was pinned was not found.",
};

/** What each action does, for completion in the editor. */
export const actionMeanings: Readonly<Record<PolicyAction, string>> = {
  update: "Bring the attributes of the set rules up to date, and remember the link.",
  create: "Create the account in the target.",
  reactivate: "Activate the account that is there.",
  deactivate: "Deactivate the account. Nothing is ever deleted.",
  report: "List it in the plan and change nothing.",
  ignore: "Change nothing and do not list it.",
};
