import assert from "node:assert/strict";
import { test } from "node:test";
import { graceSentence } from "../../../src/identity/grace-words.ts";
import { graceWait } from "../../../src/identity/judging/grace.ts";
import { makePlan } from "../../../src/identity/make-plan.ts";
import type { GraceWait } from "../../../src/identity/plan.ts";
import type { Grace } from "../../../src/identity/policy.ts";
import type { KnownMissing } from "../../../src/identity/world.ts";
import { odmAccount, policy } from "../../property/identity/worlds.ts";

const since = "2026-01-01T00:00:00.000Z";
const now = "2026-01-05T00:00:00.000Z";
const seen = (runs: number): KnownMissing => ({ targetId: "1", runs, since });

/** The grace period, what completed runs have seen, and how the wait stands. */
const rows: readonly (readonly [Grace, KnownMissing | undefined, GraceWait | undefined])[] = [
  [{ runs: 1 }, undefined, undefined],
  [{ runs: 2 }, undefined, { runs: 0, due: { runs: 1 } }],
  [{ runs: 3 }, seen(1), { since, runs: 1, due: { runs: 1 } }],
  [{ runs: 3 }, seen(2), undefined],
  [{ days: 7 }, undefined, { runs: 0, due: { days: 7 } }],
  [{ days: 7 }, seen(2), { since, runs: 2, due: { at: "2026-01-08T00:00:00.000Z" } }],
  [{ days: 4 }, seen(2), undefined],
  [{ days: 3 }, seen(1), undefined],
];

for (const [grace, missing, wait] of rows) {
  test(`${JSON.stringify(grace)} seen by ${missing?.runs ?? 0} runs leaves ${JSON.stringify(wait?.due) ?? "nothing"} to wait`, () => {
    assert.deepEqual(graceWait(grace, missing, now), wait);
  });
}

test("a wait reads well", () => {
  assert.equal(
    graceSentence({ runs: 0, due: { runs: 1 } }),
    "No completed run has seen them missing yet; acts after 1 more completed run.",
  );
  assert.equal(
    graceSentence({ since, runs: 2, due: { at: now } }),
    `Seen missing by 2 completed runs since ${since}; acts from ${now} on.`,
  );
  assert.equal(
    graceSentence({ runs: 0, due: { days: 7 } }),
    "No completed run has seen them missing yet; acts 7 days after the first of them.",
  );
});

test("a plan says of everyone who is in the grace period since when, and what is still missing", () => {
  const ana = odmAccount({ id: "1", userName: "ana", displayName: "Ana", email: "ana@example.org" });
  const whole = { complete: true, notes: [] };
  const world = {
    target: { connection: "odm", accounts: [ana], url: "https://odm.example", ...whole },
    sources: [
      { connection: "okeanos", accounts: [], ...whole },
      { connection: "tacc", accounts: [], ...whole },
    ],
    hidden: [],
    links: [{ targetId: "1", connection: "okeanos", id: "u-1", evidence: "linked in run 1" }],
    missing: [seen(1)],
    agreed: [],
    now,
  };
  const { plan, judgements } = makePlan(world, { ...policy, grace: { runs: 3 } });
  assert.deepEqual(
    plan.withheld.map(({ action, reason, grace }) => ({ action, reason, grace })),
    [{ action: "deactivate", reason: "grace", grace: { since, runs: 1, due: { runs: 1 } } }],
  );
  assert.match(
    judgements[0]?.steps.at(-1)?.text ?? "",
    /Seen missing by 1 completed run since .*; acts after 1 more completed run\.$/,
  );
  const { plan: acting } = makePlan({ ...world, missing: [seen(2)] }, { ...policy, grace: { runs: 3 } });
  assert.deepEqual(acting.withheld, []);
  assert.deepEqual(
    acting.changes.map(({ action }) => action),
    ["deactivate"],
  );
});
