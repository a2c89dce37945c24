import type { Change, Plan } from "../../../src/identity/plan.ts";

/** A change with everything that is not said left plain. */
export function change(parts: Partial<Change> = {}): Change {
  return {
    id: "c0ffee00c0ffee00",
    action: "update",
    person: "ana@example.org",
    target: { connection: "odm", id: "42" },
    situation: "confirmed",
    rule: "set.displayName",
    why: "tacc.fullName is Ana Silva.",
    set: { displayName: { from: "Ana", to: "Ana Silva" } },
    links: [],
    requires: [],
    ...parts,
  };
}

/** A plan with everything that is not said left empty. */
export function plan(parts: Partial<Plan> = {}): Plan {
  return {
    version: 1,
    id: "f00df00df00df00df00d",
    target: { connection: "odm", url: "http://127.0.0.1:1" },
    policy: "p",
    sources: [{ connection: "odm", accounts: 3, complete: true, digest: "d", notes: [] }],
    situations: { confirmed: 3 },
    changes: [],
    links: [],
    agreed: [],
    drifts: [],
    withheld: [],
    reports: [],
    disputes: [],
    suggestions: [],
    blocked: [],
    ...parts,
  };
}
