import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { makePlan } from "../../../src/identity/make-plan.ts";
import type { Plan } from "../../../src/identity/plan.ts";
import type { DriftPolicy, Policy } from "../../../src/identity/policy.ts";
import type { KnownAgreement, World } from "../../../src/identity/world.ts";
import { agaveAccount, astakosAccount, odmAccount, policy } from "../../property/identity/worlds.ts";

interface Parts {
  readonly drift?: DriftPolicy;
  /** The display name at the source, in the target, and as last agreed: one text, or what the target and the source had. */
  readonly source?: string;
  readonly target?: string;
  readonly agreed?: string | readonly [string, string];
  /** The external id of the target, as it was agreed on; that of the source is u-1. */
  readonly externalId?: string;
  /** The user name of the target; that of the source, which was agreed on, is ana. */
  readonly userName?: string;
  readonly hidden?: boolean;
  readonly linked?: boolean;
}

function planned(parts: Parts) {
  const { drift, source = "Ana", target = "Ana", agreed, externalId = "u-1", hidden = false } = parts;
  const { userName = "ana" } = parts;
  const account = odmAccount({
    id: "1",
    userName,
    displayName: target,
    externalId,
    email: "ana@example.org",
  });
  const [value, given] = typeof agreed === "string" ? [agreed, agreed] : (agreed ?? []);
  const known: KnownAgreement[] =
    value === undefined || given === undefined
      ? []
      : [{ targetId: "1", attribute: "displayName", value, source: given }];
  const whole = { complete: true, notes: [] };
  const world: World = {
    target: { connection: "odm", accounts: hidden ? [] : [account], url: "https://odm.example", ...whole },
    sources: [
      { connection: "okeanos", accounts: [astakosAccount("u-1", "ana@example.org")], ...whole },
      { connection: "tacc", accounts: [agaveAccount("ana", "ana@example.org", source)], ...whole },
    ],
    hidden: hidden ? [account] : [],
    links:
      parts.linked === false
        ? []
        : [
            { targetId: "1", connection: "okeanos", id: "u-1", evidence: "linked in run 1" },
            { targetId: "1", connection: "tacc", id: "ana", evidence: "linked in run 1" },
          ],
    missing: [],
    agreed: [
      ...known,
      { targetId: "1", attribute: "externalId", value: externalId, source: externalId },
      { targetId: "1", attribute: "userName", value: "ana", source: "ana" },
    ],
    now: "2026-01-01T00:00:00.000Z",
  };
  const set = policy.set.map((rule) => (drift ? { ...rule, drift } : rule));
  const { plan, judgements } = makePlan(world, { ...policy, set } satisfies Policy);
  return { plan, judgement: judgements[0] ?? assert.fail() };
}

/** The display name in changes, `?` where a person is asked, with its origin; and in what is left as it is. */
function told({ changes, drifts }: Plan): readonly string[] {
  return [
    ...changes.flatMap(({ set: { displayName }, ask }) =>
      displayName
        ? [`${ask ? "? " : ""}${displayName.from} > ${displayName.to} ${displayName.origin ?? "unknown"}`]
        : [],
    ),
    ...drifts.map(
      ({ attribute, value, source, origin }) => `${attribute} ${value} / ${source} ${origin ?? "kept"}`,
    ),
  ];
}

const sourceMoved: Parts = { source: "Ana Silva", target: "Ana", agreed: "Ana" };
const targetMoved: Parts = { source: "Ana", target: "Annie", agreed: "Ana" };
const bothMoved: Parts = { source: "Ana Silva", target: "Annie", agreed: "Ana" };
const unknown: Parts = { source: "Ana Silva", target: "Annie" };
const kept: Parts = { source: "Ana", target: "Annie", agreed: ["Annie", "Ana"] };

const rows: readonly (readonly [string, Parts, Readonly<Record<DriftPolicy, readonly string[]>>])[] = [
  [
    "the source has moved",
    sourceMoved,
    {
      revert: ["Ana > Ana Silva sourceChanged"],
      keep: ["Ana > Ana Silva sourceChanged"],
      ask: ["Ana > Ana Silva sourceChanged"],
    },
  ],
  [
    "the target has moved",
    targetMoved,
    {
      revert: ["Annie > Ana targetDrifted"],
      keep: ["displayName Annie / Ana targetDrifted"],
      ask: ["? Annie > Ana targetDrifted"],
    },
  ],
  [
    "both have moved",
    bothMoved,
    {
      revert: ["Annie > Ana Silva bothChanged"],
      keep: ["? Annie > Ana Silva bothChanged"],
      ask: ["? Annie > Ana Silva bothChanged"],
    },
  ],
  [
    "nothing is known",
    unknown,
    {
      revert: ["Annie > Ana Silva unknown"],
      keep: ["Annie > Ana Silva unknown"],
      ask: ["Annie > Ana Silva unknown"],
    },
  ],
  [
    "somebody has kept it",
    kept,
    {
      revert: ["displayName Annie / Ana kept"],
      keep: ["displayName Annie / Ana kept"],
      ask: ["displayName Annie / Ana kept"],
    },
  ],
  [
    "the source moves after somebody has kept it",
    { ...kept, source: "Ana Silva" },
    {
      revert: ["Annie > Ana Silva sourceChanged"],
      keep: ["Annie > Ana Silva sourceChanged"],
      ask: ["Annie > Ana Silva sourceChanged"],
    },
  ],
  ["both have moved to the same", { source: "Annie", target: "Annie", agreed: "Ana" }, same([])],
];

function same(lines: readonly string[]): Readonly<Record<DriftPolicy, readonly string[]>> {
  return { revert: lines, keep: lines, ask: lines };
}

describe("a value, its source, and what both last agreed on", () => {
  for (const [name, parts, expected] of rows)
    for (const drift of ["revert", "keep", "ask"] as const)
      test(`${drift}: ${name}`, () =>
        assert.deepEqual(told(planned({ ...parts, drift }).plan), expected[drift]));

  test("a rule that says nothing of drift reverts it", () => {
    assert.deepEqual(told(planned(targetMoved).plan), ["Annie > Ana targetDrifted"]);
  });

  test("what is certain and what a person decides are two changes to one account, each with its own reason", () => {
    const { plan, judgement } = planned({ ...targetMoved, drift: "ask", externalId: "old" });
    assert.deepEqual(
      plan.changes
        .map(({ target, set, ask, requires }) => [target.id, Object.keys(set), ask, requires])
        .toSorted(),
      [
        ["1", ["displayName"], true, []],
        ["1", ["externalId"], undefined, []],
      ],
    );
    const [asked, certain] = plan.changes.toSorted((a) => (a.ask ? -1 : 1));
    assert.notEqual(asked?.id, certain?.id);
    assert.match(asked?.why ?? "", /displayName from tacc\.fullName \(target drifted\)\.$/);
    assert.match(certain?.why ?? "", /externalId from okeanos\.uuid \(source changed\)\.$/);
    assert.deepEqual([judgement.set, judgement.asked], [{ externalId: "u-1" }, { displayName: "Ana" }]);
  });

  test("the origin stands in the reason, and has no part in the id of the change", () => {
    const [known] = planned(targetMoved).plan.changes;
    const [other] = planned({ ...targetMoved, agreed: undefined as never }).plan.changes;
    assert.match(known?.why ?? "", /displayName from tacc\.fullName \(target drifted\)\./);
    assert.match(other?.why ?? "", /displayName from tacc\.fullName\./);
    assert.equal(known?.id, other?.id);
  });

  test("a user name that drifts is set back or kept, and one that differs in case only has not drifted", () => {
    const renamed = { agreed: "Ana", userName: "anna" } as const;
    const [change] = planned(renamed).plan.changes;
    assert.deepEqual(change?.set, { userName: { from: "anna", to: "ana", origin: "targetDrifted" } });
    const { plan } = planned({ ...renamed, drift: "keep" });
    assert.deepEqual(plan.changes, []);
    assert.deepEqual(told(plan), ["userName anna / ana targetDrifted"]);
    assert.deepEqual(told(planned({ agreed: "Ana", userName: "ANA", drift: "keep" }).plan), []);
  });

  test("every step from what was agreed to what is done is explained", () => {
    const steps = (parts: Parts) =>
      planned(parts).judgement.steps.flatMap(({ step, text }) => (step === "drift" ? [text] : []));
    assert.deepEqual(steps({ ...targetMoved, drift: "keep" }), [
      'displayName: The target has changed from "Ana" to "Annie"; the source still says "Ana". The policy keeps what the target has.',
    ]);
    assert.deepEqual(steps({ ...bothMoved, drift: "ask" }), [
      'displayName: Both have changed since the target had "Ana": the source to "Ana Silva", the target to "Annie". A person decides.',
    ]);
    assert.deepEqual(steps(sourceMoved), ['displayName: The source has changed from "Ana" to "Ana Silva".']);
    assert.deepEqual(steps(kept), [
      'displayName: The target keeps "Annie" although the source says "Ana", as somebody has chosen.',
    ]);
    assert.deepEqual(steps(unknown), []);
  });
});

describe("what has come to agree", () => {
  test("is in the plan where it was not known, and only then", () => {
    assert.deepEqual(planned({}).plan.agreed, [{ targetId: "1", values: { displayName: "Ana" } }]);
    assert.deepEqual(planned({ agreed: "Ana" }).plan.agreed, []);
    assert.deepEqual(planned({ agreed: "Ana Silva" }).plan.agreed, [
      { targetId: "1", values: { displayName: "Ana" } },
    ]);
    assert.deepEqual(planned(sourceMoved).plan.agreed, []);
  });

  test("has a part in the id of the plan", () => {
    assert.notEqual(planned({}).plan.id, planned({ agreed: "Ana" }).plan.id);
  });

  test("is not told of an account that is deactivated: what it has was not read", () => {
    assert.deepEqual(planned({ hidden: true }).plan.agreed, []);
  });
});

describe("an account that is woken", () => {
  test("gets what is certain, and what a person decides about only once it is awake", () => {
    const { plan } = planned({ ...targetMoved, hidden: true, drift: "ask" });
    const [wake, asked] = plan.changes;
    assert.deepEqual([wake?.action, Object.keys(wake?.set ?? {})], ["reactivate", ["active"]]);
    assert.deepEqual([asked?.action, asked?.ask, asked?.requires], ["update", true, [wake?.id]]);
    assert.equal(plan.changes.length, 2);
  });

  test("keeps what has drifted where the policy says so", () => {
    const { plan } = planned({ ...targetMoved, hidden: true, drift: "keep" });
    assert.deepEqual(
      plan.changes.map(({ set }) => Object.keys(set)),
      [["active"]],
    );
    assert.deepEqual(told(plan), ["displayName Annie / Ana targetDrifted"]);
  });
});

test("accounts that were found now are remembered as linked although all that differs is left to a person", () => {
  const { plan } = planned({ ...targetMoved, drift: "ask", linked: false });
  assert.deepEqual(
    plan.changes.map(({ ask, links }) => [ask, links]),
    [[true, []]],
  );
  assert.deepEqual(
    plan.links.map(({ targetId, links }) => [targetId, links.map(({ connection }) => connection)]),
    [["1", ["okeanos", "tacc"]]],
  );
});

test("drift of a protected account is nobody's concern", () => {
  const { plan } = planned({ ...targetMoved, userName: "svc-1", drift: "keep" });
  assert.deepEqual([plan.changes, plan.drifts, plan.agreed], [[], [], []]);
});
