import assert from "node:assert/strict";
import { before, test } from "node:test";
import { isWritable } from "../../../src/identity/directory.ts";
import type { Change, Plan } from "../../../src/identity/plan.ts";
import type { DriftPolicy } from "../../../src/identity/policy.ts";
import type { Session } from "../../../src/session/types.ts";
import { openWorkshop, type Workshop, writesOf } from "./workshop.ts";

const people = { users: 60, at: "baseline" } as const;

/** An account whose name moves at its source when the sandbox goes on, and one whose name does not. */
let moving: string;
let still: string;

before(async () => {
  await using workshop = await settled();
  const { sandbox, session } = workshop;
  sandbox.advance();
  const { plan, judgements } = await session.plan();
  const moved = plan.changes.filter(
    ({ action, set }) =>
      action === "update" &&
      String(Object.keys(set)) === "displayName" &&
      set.displayName?.origin === "sourceChanged",
  );
  moving = moved[0]?.target.id ?? assert.fail("nobody's name moves");
  const inStep = judgements.find(
    ({ situation, action, sources }) =>
      situation === "confirmed" &&
      action === "none" &&
      sources.some(({ connection, attributes }) => connection === "tacc" && attributes.fullName),
  );
  still = inStep?.targets[0]?.id ?? assert.fail("nobody stays as they are");
});

/** A workshop in which everything was brought in step once, under rules that treat drift in one way. */
async function settled(drift?: DriftPolicy): Promise<Workshop> {
  const workshop = await openWorkshop({
    ...people,
    configure: (text) =>
      drift === undefined
        ? text
        : text.replaceAll(/, "when": "tacc\.(\w+) pr" \}/g, `, "when": "tacc.$1 pr", "drift": "${drift}" }`),
  });
  await workshop.session.apply((await workshop.session.plan()).plan);
  return workshop;
}

async function namesOf(session: Session): Promise<ReadonlyMap<string, string | undefined>> {
  const { accounts } = await session.directory("odm").enumerate();
  return new Map(accounts.map(({ id, displayName }) => [id, displayName]));
}

/** Somebody changes accounts of the target, past Rollcall. */
async function rename(session: Session, set: Readonly<Record<string, string>>, ...ids: readonly string[]) {
  const odm = session.directory("odm");
  assert.ok(isWritable(odm));
  for (const id of ids) await odm.update(id, set);
}

const byHand = { displayName: "Named by Hand" };

/** Changes of an account, each with the attributes that it sets and where they come from. */
function told({ changes }: Plan, id: string): readonly string[] {
  return changes
    .filter(({ target }) => target.id === id)
    .map(({ ask, set }) =>
      [
        ...(ask ? ["ask"] : []),
        ...Object.entries(set).map(([attribute, { origin }]) => `${attribute} ${origin}`),
      ].join(" "),
    )
    .toSorted();
}

function changeOf({ changes }: Plan, id: string): Change {
  return changes.find(({ target }) => target.id === id) ?? assert.fail(`nothing changes ${id}`);
}

test("what agrees from the start is remembered by the first run, without a request, and is in no later plan", async () => {
  await using workshop = await openWorkshop(people);
  const { session } = workshop;
  const { plan } = await session.plan();
  assert.ok(plan.agreed.length > 0);
  await session.apply(plan, { without: new Set(plan.changes.map(({ id }) => id)) });
  assert.deepEqual(writesOf(workshop.sandbox), []);
  assert.deepEqual((await session.plan()).plan.agreed, []);
});

test("a plan of which nothing was applied may be applied again, as often as it comes", async () => {
  await using workshop = await settled();
  const { session } = workshop;
  const runs: string[] = [];
  for (let round = 0; round < 3; round++) {
    const { plan } = await session.plan();
    assert.deepEqual([plan.changes, plan.agreed, plan.links], [[], [], []]);
    runs.push((await session.apply(plan)).id);
  }
  assert.equal(new Set(runs).size, 3);
});

test("each difference says which side has moved, and is set right where the rules say nothing else", async () => {
  await using workshop = await settled();
  const { sandbox, session } = workshop;
  const before = await namesOf(session);
  await rename(session, byHand, still);
  assert.deepEqual(told((await session.plan()).plan, still), ["displayName targetDrifted"]);

  sandbox.advance();
  assert.deepEqual(told((await session.plan()).plan, moving), ["displayName sourceChanged"]);

  await rename(session, byHand, moving);
  const { plan } = await session.plan();
  assert.deepEqual(told(plan, moving), ["displayName bothChanged"]);
  assert.match(changeOf(plan, moving).why, /\(both changed\)/);
  const report = await session.apply(plan);
  assert.equal(report.failed + report.skipped, 0);
  const after = await namesOf(session);
  assert.equal(after.get(still), before.get(still));
  assert.equal(after.get(moving), changeOf(plan, moving).set.displayName?.to);
  assert.deepEqual((await session.check({ after: report.id })).plan.changes, []);
});

test("drift is kept where the rules say so, and a person decides where the source has moved as well", async () => {
  await using workshop = await settled("keep");
  const { sandbox, session } = workshop;
  await rename(session, byHand, still, moving);
  sandbox.advance();
  const { plan } = await session.plan();
  assert.deepEqual(told(plan, still), []);
  assert.deepEqual(
    plan.drifts.map(({ target, attribute, value, origin, policy }) => [
      target.id,
      attribute,
      value,
      origin,
      policy,
    ]),
    [[still, "displayName", byHand.displayName, "targetDrifted", "keep"]],
  );
  assert.deepEqual(told(plan, moving), ["ask displayName bothChanged"]);
  await session.apply(plan);
  const left = await namesOf(session);
  assert.deepEqual([left.get(still), left.get(moving)], [byHand.displayName, byHand.displayName]);

  const { plan: open } = await session.plan();
  assert.deepEqual(
    open.changes.map(({ target, ask }) => [target.id, ask]),
    [[moving, true]],
  );
  await session.apply(open);
  const { plan: again } = await session.plan();
  assert.equal(again.id, open.id);
  const taken = await session.apply(again, { take: new Set([changeOf(again, moving).id]) });
  assert.equal(taken.succeeded, 1);
  const after = await namesOf(session);
  assert.equal(after.get(moving), changeOf(again, moving).set.displayName?.to);
  assert.equal(after.get(still), byHand.displayName);
  const { plan: rest } = await session.plan();
  assert.deepEqual([rest.changes, rest.drifts.length], [[], 1]);
});

test("what is certain and what a person decides are two changes to one account, and both land", async () => {
  await using workshop = await settled("ask");
  const { sandbox, session } = workshop;
  await rename(session, { userName: "named.by.hand" }, moving);
  sandbox.advance();
  const { plan } = await session.plan();
  assert.deepEqual(told(plan, moving), ["ask userName targetDrifted", "displayName sourceChanged"]);
  const both = plan.changes.filter(({ target }) => target.id === moving);
  const report = await session.apply(plan, { take: new Set(both.map(({ id }) => id)) });
  const results = report.outcomes.filter(({ change }) => change.target.id === moving);
  assert.deepEqual(
    results.map(({ result }) => result),
    ["succeeded", "succeeded"],
  );
  assert.deepEqual((await session.plan()).plan.changes, []);
});

test("a value that somebody keeps is planned no more, until its source moves", async () => {
  await using workshop = await settled();
  const { sandbox, session } = workshop;
  await rename(session, byHand, still, moving);
  const planning = await session.plan();
  const writes = writesOf(sandbox).length;
  const values = [still, moving].map((targetId) => ({ targetId, attribute: "displayName" }));
  const kept = session.keep(planning, values);
  assert.equal(writesOf(sandbox).length, writes);
  const { plan } = await session.plan();
  for (const { changes, drifts } of [kept.plan, plan]) {
    assert.deepEqual(changes, []);
    assert.deepEqual(drifts.map(({ target, origin }) => [target.id, origin]).toSorted(), [
      ...[still, moving].toSorted().map((id) => [id, undefined]),
    ]);
  }
  assert.equal(kept.plan.id, plan.id);
  await session.apply(plan);
  const [explained] = await session.explain(still);
  assert.ok(explained?.steps.some(({ step, text }) => step === "drift" && /somebody has chosen/.test(text)));

  sandbox.advance();
  const { plan: moved } = await session.plan();
  assert.deepEqual(told(moved, still), []);
  assert.deepEqual(told(moved, moving), ["displayName sourceChanged"]);

  await rename(session, { displayName: "Named Again" }, still);
  assert.deepEqual(told((await session.plan()).plan, still), ["displayName targetDrifted"]);
});

test("that a value is kept can be taken back, and is not decided by a snapshot", async () => {
  await using workshop = await settled();
  const { session } = workshop;
  await rename(session, byHand, still);
  const values = [{ targetId: still, attribute: "displayName" }];
  const kept = session.keep(await session.plan(), values);
  assert.deepEqual(kept.plan.changes, []);
  const released = session.release(kept, values);
  assert.deepEqual(told(released.plan, still), ["displayName undefined"]);
  const snapshot = await session.snapshot();
  assert.throws(() => session.keep(session.planFrom(snapshot), values), /made from a snapshot/);
});

test("after an undo nothing is known of what it has taken back", async () => {
  await using workshop = await settled();
  const { session } = workshop;
  await rename(session, byHand, still);
  const run = await session.apply((await session.plan()).plan);
  assert.equal(run.succeeded, 1);
  const inverse = await session.undo(run.id);
  await session.apply(inverse, { allowOver: inverse.id });
  assert.equal((await namesOf(session)).get(still), byHand.displayName);
  assert.deepEqual(told((await session.plan()).plan, still), ["displayName undefined"]);
});

test("a plan that is too much for some users is refused with the name of the limit, and so is its undo", async () => {
  await using workshop = await settled();
  const { session } = workshop;
  await rename(session, byHand, still);
  const scoped = [{ filter: `id eq "${still}"`, name: "VIPs", update: 0 }];
  const stricter = await workshop.reconfigured((text) =>
    text.replace('"limits": {', `"limits": { "scoped": ${JSON.stringify(scoped)},`),
  );
  const { plan } = await stricter.plan();
  assert.deepEqual(
    plan.blocked.map(({ scope, action, planned, allowed }) => [scope, action, planned, allowed]),
    [["VIPs", "update", 1, 0]],
  );
  await assert.rejects(stricter.apply(plan), /1 × update among “VIPs” is over the limit of 0/);
  const run = await stricter.apply(plan, { allowOver: plan.id });
  assert.deepEqual(
    (await stricter.undo(run.id)).blocked.map(({ scope }) => scope),
    ["VIPs"],
  );
});
