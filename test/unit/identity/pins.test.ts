import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Account } from "../../../src/identity/account.ts";
import { makePlan } from "../../../src/identity/make-plan.ts";
import type { Pin } from "../../../src/identity/pin.ts";
import type { Policy } from "../../../src/identity/policy.ts";
import type { KnownLink, World } from "../../../src/identity/world.ts";
import { agaveAccount, astakosAccount, odmAccount, policy } from "../../property/identity/worlds.ts";

type Pair = readonly [targetId: string, connection: string, id: string];

interface Parts {
  readonly odm?: readonly Account[];
  readonly okeanos?: readonly Account[];
  readonly tacc?: readonly Account[];
  readonly links?: readonly Pair[];
  readonly pinned?: readonly Pair[];
  readonly apart?: readonly Pair[];
  readonly incomplete?: readonly string[];
  readonly situations?: Partial<Policy["situations"]>;
}

const pin = ([targetId, connection, id]: Pair): Pin => ({ targetId, connection, id, note: "said so" });

function planned(parts: Parts) {
  const { odm = [], okeanos = [], tacc = [], links = [], pinned = [], apart = [], incomplete = [] } = parts;
  const reading = (connection: string, accounts: readonly Account[]) => ({
    connection,
    accounts,
    complete: !incomplete.includes(connection),
    notes: [],
  });
  const world: World = {
    target: { ...reading("odm", odm), url: "https://odm.example" },
    sources: [reading("okeanos", okeanos), reading("tacc", tacc)],
    hidden: [],
    links: links.map(
      ([targetId, connection, id]): KnownLink => ({ targetId, connection, id, evidence: "linked in run 1" }),
    ),
    missing: [],
    agreed: [],
    now: "2026-01-01T00:00:00.000Z",
  };
  return makePlan(world, {
    ...policy,
    situations: { ...policy.situations, ...parts.situations },
    pinned: pinned.map(pin),
    apart: apart.map(pin),
  });
}

/** `situation action: target ids / source ids` of everyone. */
function told(parts: Parts): readonly string[] {
  return planned(parts)
    .judgements.map(
      ({ situation, action, targets, sources }) =>
        `${situation} ${action}: ${targets.map(({ id }) => id).join(" ")} / ${sources.map(({ id }) => id).join(" ")}`,
    )
    .toSorted();
}

function user(id: string, email: string, externalId?: string): Account {
  return odmAccount({ id, userName: `user-${id}`, displayName: `User ${id}`, email, externalId });
}

const shared = [user("1", "team@example.org"), user("2", "team@example.org")];
const team = astakosAccount("u-1", "team@example.org");

/** Each row: what there is, and the judgements. */
const rows: readonly (readonly [string, Parts, readonly string[]])[] = [
  [
    "without a pin, two candidates are a dispute",
    { odm: shared, okeanos: [team] },
    ["ambiguous report: 1 2 / u-1"],
  ],
  [
    "a pin settles a dispute",
    { odm: shared, okeanos: [team], pinned: [["2", "okeanos", "u-1"]] },
    ["found update: 2 / u-1", "unassigned report: 1 / "],
  ],
  [
    "what is apart from one candidate belongs to the other",
    { odm: shared, okeanos: [team], apart: [["2", "okeanos", "u-1"]] },
    ["found update: 1 / u-1", "unassigned report: 2 / "],
  ],
  [
    "what is apart from every candidate is somebody else",
    {
      odm: shared,
      okeanos: [team],
      apart: [
        ["1", "okeanos", "u-1"],
        ["2", "okeanos", "u-1"],
      ],
    },
    ["absent create:  / u-1", "unassigned report: 1 / ", "unassigned report: 2 / "],
  ],
  [
    "a pin outweighs a remembered link that says otherwise of the source's account",
    { odm: shared, okeanos: [team], links: [["1", "okeanos", "u-1"]], pinned: [["2", "okeanos", "u-1"]] },
    ["found update: 2 / u-1", "unassigned report: 1 / "],
  ],
  [
    "a pin outweighs a remembered link that says otherwise of the target's account",
    {
      odm: [user("1", "ana@example.org")],
      okeanos: [team, astakosAccount("u-2", "x@partner.example")],
      links: [["1", "okeanos", "u-2"]],
      pinned: [["1", "okeanos", "u-1"]],
    },
    ["found update: 1 / u-1", "outOfScope ignore:  / u-2"],
  ],
  [
    "a pin outweighs the rules",
    {
      odm: [user("1", "ana@example.org", "u-2"), user("2", "bo@example.org")],
      okeanos: [astakosAccount("u-2", "ana@example.org")],
      pinned: [["2", "okeanos", "u-2"]],
    },
    ["found update: 2 / u-2", "unassigned report: 1 / "],
  ],
  [
    "an account that is apart by a person's word is not joined by a remembered link",
    {
      odm: [user("1", "ana@example.org")],
      okeanos: [team],
      links: [["1", "okeanos", "u-1"]],
      apart: [["1", "okeanos", "u-1"]],
    },
    ["absent create:  / u-1", "unassigned report: 1 / "],
  ],
  [
    "an account that is apart does not come in with another source's account either",
    {
      odm: [odmAccount({ id: "1", userName: "ana", displayName: "Ana", email: "a@example.org" })],
      okeanos: [astakosAccount("u-1", "ana@example.org")],
      tacc: [agaveAccount("ana", "ana@example.org", "Ana")],
      apart: [["1", "okeanos", "u-1"]],
    },
    ["absent create:  / u-1", "found none: 1 / ana"],
  ],
  [
    "the other account of a source is turned away where the place is pinned",
    {
      odm: [user("1", "ana@example.org", "u-1")],
      okeanos: [astakosAccount("u-1", "x@example.org"), astakosAccount("u-2", "y@example.org")],
      pinned: [["1", "okeanos", "u-2"]],
    },
    ["alreadyLinked report:  / u-1", "found update: 1 / u-2"],
  ],
  [
    "a pin counts although its source was not read to its end: no rival can be among the rest",
    { odm: shared, okeanos: [team], pinned: [["2", "okeanos", "u-1"]], incomplete: ["okeanos"] },
    ["found update: 2 / u-1", "incomplete report: 1 / "],
  ],
];

describe("pins in the correlation", () => {
  for (const [name, parts, expected] of rows)
    test(name, () => {
      assert.deepEqual(told(parts), expected);
    });
});

describe("pins of accounts that are not there", () => {
  const deactivating = { sourceMissing: "deactivate", unassigned: "deactivate" } as const;

  test("deactivate nobody, whatever the policy, and are reported with both names", () => {
    const parts = {
      odm: [user("1", "ana@example.org")],
      okeanos: [],
      links: [["1", "okeanos", "u-1"] as const],
      situations: deactivating,
    };
    assert.deepEqual(
      planned(parts).plan.changes.map(({ action }) => action),
      ["deactivate"],
    );
    const { plan } = planned({ ...parts, pinned: [["1", "okeanos", "u-9"]] });
    assert.deepEqual(plan.changes, []);
    const [held] = plan.withheld;
    assert.equal(held?.action, "deactivate");
    assert.equal(held?.why, "Not certain, because okeanos u-9, which odm 1 is pinned to, was not found.");
  });

  test("stop no deactivation of somebody who was linked as pinned and is gone", () => {
    const { plan } = planned({
      odm: [user("1", "ana@example.org")],
      links: [["1", "okeanos", "u-1"]],
      pinned: [["1", "okeanos", "u-1"]],
      situations: deactivating,
    });
    assert.deepEqual(
      plan.changes.map(({ action, target }) => `${action} ${target.id}`),
      ["deactivate 1"],
    );
  });

  test("keep an account of a source from being created anew while its target is not found", () => {
    const { plan } = planned({ okeanos: [team], pinned: [["7", "okeanos", "u-1"]] });
    assert.deepEqual(plan.changes, []);
    assert.match(plan.withheld[0]?.why ?? "", /odm 7, which okeanos u-1 is pinned to, was not found/);
  });

  test("keep the place for the account that is pinned: another that agrees by a rule is turned away", () => {
    assert.deepEqual(
      told({ odm: [user("1", "team@example.org")], okeanos: [team], pinned: [["1", "okeanos", "u-9"]] }),
      ["alreadyLinked report:  / u-1", "incomplete report: 1 / "],
    );
  });

  test("say nothing certain for their source: no other source's value takes its place", () => {
    const world: Parts = {
      odm: [
        odmAccount({
          id: "1",
          userName: "ana",
          displayName: "Ana",
          externalId: "u-1",
          email: "ana@example.org",
        }),
      ],
      tacc: [agaveAccount("ana", "ana@example.org", "Ana")],
      links: [["1", "tacc", "ana"]],
    };
    const { plan } = planned({ ...world, pinned: [["1", "okeanos", "u-1"]] });
    assert.deepEqual(plan.changes, []);
    assert.deepEqual(
      plan.reports.map(({ target, why }) => [target.id, why]),
      [["1", "okeanos u-1, which odm 1 is pinned to, was not found."]],
    );
  });

  test("are reported once where neither account is there", () => {
    const { plan } = planned({ pinned: [["7", "okeanos", "u-9"]] });
    assert.deepEqual(
      plan.reports.map(({ person, why }) => [person, why]),
      [["odm 7", "odm 7 and okeanos u-9 are pinned to each other, and neither was found."]],
    );
  });
});

test("an explanation shows what people have said, with their words", () => {
  const { judgements } = planned({
    odm: shared,
    okeanos: [team],
    pinned: [["2", "okeanos", "u-1"]],
    apart: [["1", "okeanos", "u-1"]],
  });
  const steps = judgements
    .find(({ targets }) => targets[0]?.id === "2")
    ?.steps.filter(({ step }) => step === "match")
    .map(({ text }) => text);
  assert.deepEqual(steps, ["okeanos u-1: pinned: said so", "okeanos u-1 and odm 1: apart: said so"]);
});

test("a pin is remembered as a link once the plan is applied", () => {
  const { plan } = planned({ odm: shared, okeanos: [team], pinned: [["2", "okeanos", "u-1"]] });
  assert.deepEqual(plan.changes[0]?.links, [
    { connection: "okeanos", id: "u-1", evidence: "pinned: said so" },
  ]);
});
