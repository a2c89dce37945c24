/** What is true of a person. A closed list; `judge` assigns exactly one. */
export const situations = [
  "confirmed",
  "found",
  "alreadyLinked",
  "absent",
  "dormant",
  "ambiguous",
  "sourceMissing",
  "unassigned",
  "outOfScope",
  "protected",
  "incomplete",
] as const;
export type Situation = (typeof situations)[number];

/** What a policy may do about a situation. */
export const policyActions = ["update", "create", "reactivate", "deactivate", "report", "ignore"] as const;
export type PolicyAction = (typeof policyActions)[number];

/** The changes that a plan can hold, in the order in which they are applied. */
export const changeActions = ["create", "reactivate", "update", "grant", "deactivate", "revoke"] as const;
export type ChangeAction = (typeof changeActions)[number];

/** Those that change an account of the target. */
export const accountActions = ["create", "reactivate", "update", "deactivate"] as const;
