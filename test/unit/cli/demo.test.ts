import assert from "node:assert/strict";
import { test } from "node:test";
import { changeKinds } from "../../../src/cli/demo/kinds.ts";
import { compareWithTruth } from "../../../src/cli/demo/truth.ts";
import type { Account } from "../../../src/identity/account.ts";
import type { Judgement } from "../../../src/identity/judgement.ts";
import type { SandboxState, Truth } from "../../../src/sandbox/sandbox.ts";
import { change } from "./samples.ts";

type OdmUser = SandboxState["odm"]["users"][number];
type Person = Truth["people"][number];

function user(parts: Partial<OdmUser> = {}): OdmUser {
  const at = "2025-01-01T00:00:00Z";
  return {
    id: "1",
    userName: "ana",
    displayName: "Ana",
    email: "ana@example.org",
    active: true,
    created: at,
    lastModified: at,
    ...parts,
  };
}

function state(...users: readonly OdmUser[]): SandboxState {
  return {
    at: "now",
    odm: { users, groups: [], memberToken: "" },
    astakos: { users: [] },
    agave: { profiles: [], tokens: { admin: "", colleague: "" } },
    ubiops: { serviceUsers: [] },
    osparc: { running: [] },
  };
}

function account(connection: string, id: string): Account {
  return { connection, id, emails: [], active: true, attributes: {} };
}

function judgement(parts: Partial<Judgement> = {}): Judgement {
  return {
    person: "ana@example.org",
    targets: [account("odm", "1")],
    sources: [account("okeanos", "u")],
    links: [],
    situation: "confirmed",
    action: "update",
    set: { displayName: "Ana Silva" },
    why: "",
    steps: [],
    ...parts,
  };
}

function truth(parts: Partial<Person> = {}): Truth {
  const outcome = { situation: "confirmed", action: "update", set: { displayName: "Ana Silva" } } as const;
  const accounts = { odm: ["1"], astakos: ["u"], agave: [] };
  const person: Person = {
    key: "person-1",
    kind: "nameChanged",
    accounts,
    withoutMemory: outcome,
    ...outcome,
    ...parts,
  };
  const tally = { situations: {}, actions: {} };
  return {
    at: "now",
    users: 1,
    seed: 1,
    people: [person],
    counts: { kinds: {}, ...tally, withoutMemory: tally },
  };
}

const before = state(user());
const after = state(user({ displayName: "Ana Silva" }));

test("what was judged and what it ended as agree with the truth", () => {
  assert.deepEqual(compareWithTruth(truth(), { judgements: [judgement()], before, after }), {
    agree: 1,
    disagreements: [],
  });
});

const disagreements: readonly [
  name: string,
  found: Partial<Parameters<typeof compareWithTruth>[1]>,
  message: RegExp,
][] = [
  [
    "another situation",
    { judgements: [judgement({ situation: "found" })] },
    /situation found, not confirmed/,
  ],
  ["another action", { judgements: [judgement({ action: "report" })] }, /action report, not update/],
  [
    "another value",
    { judgements: [judgement({ set: { displayName: "Ann" } })] },
    /sets .*Ann.*, not .*Ana Silva/,
  ],
  [
    "one attribute more",
    { judgements: [judgement({ set: { displayName: "Ana Silva", userName: "x" } })] },
    /sets /,
  ],
  ["nobody found", { judgements: [] }, /nobody was found/],
  ["a change that did not land", { after: before }, /displayName ended as "Ana"/],
  ["a user who vanished", { after: state() }, /0 users/],
];

for (const [name, found, message] of disagreements) {
  test(`${name} is a disagreement`, () => {
    const { agree, disagreements } = compareWithTruth(truth(), {
      judgements: [judgement()],
      before,
      after,
      ...found,
    });
    assert.equal(agree, 0);
    assert.match(disagreements[0] ?? "", /^person-1 \(nameChanged\): /);
    assert.match(disagreements[0] ?? "", message);
  });
}

test("a user who should have been left alone and was changed is a disagreement", () => {
  const wanted = truth({ situation: "protected", action: "ignore", set: {} });
  const judgements = [judgement({ situation: "protected", action: "ignore", set: {} })];
  assert.equal(compareWithTruth(wanted, { judgements, before, after: before }).agree, 1);
  assert.match(compareWithTruth(wanted, { judgements, before, after }).disagreements[0] ?? "", /was changed/);
});

test("a creation is found by its address, and being active goes without saying", () => {
  const set = { userName: "ana", displayName: "Ana", emails: "ana@example.org" };
  const wanted = truth({
    situation: "absent",
    action: "create",
    set,
    accounts: { odm: [], astakos: ["u"], agave: [] },
  });
  const emails = [{ value: "ana@example.org", type: "work", primary: true }];
  const judged = judgement({
    situation: "absent",
    action: "create",
    targets: [],
    set: { ...set, emails, active: true },
  });
  const agreement = compareWithTruth(wanted, { judgements: [judged], before: state(), after: before });
  assert.deepEqual(agreement.disagreements, []);
});

test("of two judgements over the same account the one that fits the entry better counts", () => {
  const other = judgement({
    situation: "alreadyLinked",
    action: "report",
    set: {},
    sources: [account("okeanos", "v")],
  });
  for (const judgements of [
    [judgement(), other],
    [other, judgement()],
  ])
    assert.equal(compareWithTruth(truth(), { judgements, before, after }).agree, 1);
});

test("changes are of one kind where action, situation and attributes are the same", () => {
  const kinds = changeKinds([
    change({ person: "a" }),
    change({ person: "b" }),
    change({ situation: "found" }),
    change({ set: { userName: { from: "x", to: "y" }, displayName: { from: null, to: "z" } } }),
    change({ set: { displayName: { from: null, to: "z" }, userName: { from: "x", to: "y" } } }),
  ]);
  assert.deepEqual(
    kinds.map(({ attributes, changes }) => [attributes.join(), changes.length]),
    [
      ["displayName", 2],
      ["displayName", 1],
      ["displayName,userName", 2],
    ],
  );
});
