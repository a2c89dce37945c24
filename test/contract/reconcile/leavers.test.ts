import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change, Plan } from "../../../src/identity/plan.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { openWorkshop, type Workshop, withLeavers } from "./workshop.ts";

type Withdrawal = Change & { readonly grant: NonNullable<Change["grant"]> };

function withdrawals({ changes }: Plan): readonly Withdrawal[] {
  return changes.filter((change): change is Withdrawal => change.action === "revoke" && !!change.grant);
}

/** The user name on Agave of somebody who is deactivated on day two. */
async function whoLeaves(): Promise<string> {
  await using workshop = await openWorkshop({ users: 80, dayOne: true, configure: withLeavers });
  const { plan } = await workshop.session.plan();
  const leaving = plan.changes.filter(({ action }) => action === "deactivate").map(({ person }) => person);
  const leaver = plan.leavers?.find(({ person }) => leaving.includes(person));
  return leaver?.accounts.find(({ connection }) => connection === "tacc")?.id ?? assert.fail();
}

const user = await whoLeaves();

/** A workshop on day two, where somebody who leaves was given access on day one. */
async function openWithLeaver(): Promise<Workshop> {
  const workshop = await openWorkshop({ users: 80, at: "baseline", configure: withLeavers });
  await workshop.session.apply((await workshop.session.plan()).plan);
  await giveAccess(workshop.sandbox);
  workshop.sandbox.advance();
  return workshop;
}

/** The plan, and in it the deactivation of who leaves. */
async function planWithLeaver({ session }: Workshop) {
  const { plan } = await session.plan();
  const { person } = withdrawals(plan)[0] ?? assert.fail();
  const deactivation = plan.changes.find(
    (change) => change.action === "deactivate" && change.person === person,
  );
  return { plan, deactivation: deactivation ?? assert.fail() };
}

async function agave(sandbox: Sandbox, method: string, path: string, body?: object): Promise<unknown> {
  const { url, token } = sandbox.endpoints.agave;
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`);
  return ((await answer.json()) as { readonly result: unknown }).result;
}

/** Gives who leaves a role on a system, and permissions on an app, a job and an actor. */
async function giveAccess(sandbox: Sandbox): Promise<void> {
  const first = async (path: string) => {
    const [item] = (await agave(sandbox, "GET", path)) as readonly { readonly id: string }[];
    return item?.id ?? assert.fail(`${path} is empty`);
  };
  await agave(sandbox, "POST", "/systems/v2/imaging.storage/roles", { username: user, role: "USER" });
  await agave(sandbox, "POST", "/apps/v2/wordcount-1.0/pems", { username: user, permission: "READ" });
  const job = await first("/jobs/v2");
  await agave(sandbox, "POST", `/jobs/v2/${job}/pems`, { username: user, permission: "READ" });
  const actor = await first("/actors/v2");
  await agave(sandbox, "POST", `/actors/v2/${actor}/permissions`, { user, level: "EXECUTE" });
}

test("what a leaver may do is withdrawn after the deactivation, once, and a new plan has nothing left", async () => {
  await using workshop = await openWithLeaver();
  const { sandbox, session } = workshop;
  const { plan, deactivation } = await planWithLeaver(workshop);
  const planned = withdrawals(plan);
  const kinds = planned.map(({ grant }) => grant.kind);
  assert.deepEqual([...new Set(kinds)].sort(), ["actor", "app", "job", "system"]);
  for (const { target, requires } of planned) {
    assert.deepEqual(target, { connection: "tacc", id: user });
    assert.deepEqual(requires, [deactivation.id]);
  }
  const seen = sandbox.log().length;
  const report = await session.apply(plan);
  assert.deepEqual([report.failed, report.skipped], [0, 0]);
  const writes = sandbox
    .log()
    .slice(seen)
    .filter(({ method, path }) => method !== "GET" && !path.endsWith("/token"));
  const onAgave = writes.filter(({ platform }) => platform === "agave");
  assert.equal(onAgave.length, planned.length);
  const deactivated = writes.findIndex(({ path }) => path.endsWith(`/${deactivation.target.id}`));
  assert.ok(deactivated >= 0 && writes.indexOf(onAgave[0] ?? assert.fail()) > deactivated);
  const after = (await session.check({ after: report.id })).plan;
  assert.deepEqual(after.changes, []);
});

test("where the deactivation is left out, nothing is withdrawn", async () => {
  await using workshop = await openWithLeaver();
  const { sandbox, session } = workshop;
  const { plan, deactivation } = await planWithLeaver(workshop);
  const seen = sandbox.log().length;
  const report = await session.apply(plan, { without: new Set([deactivation.id]) });
  assert.equal(report.skipped, withdrawals(plan).length);
  const writes = sandbox
    .log()
    .slice(seen)
    .filter(
      ({ platform, method, path }) => platform === "agave" && method !== "GET" && !path.endsWith("/token"),
    );
  assert.deepEqual(writes, []);
});

test("nothing is withdrawn while a directory is not read to its end", async () => {
  await using workshop = await openWithLeaver();
  const { sandbox, session } = workshop;
  const { plan } = await planWithLeaver(workshop);
  assert.ok(withdrawals(plan).length > 0);
  sandbox.setFaults([{ kind: "firstPageOnly", platform: "odm" }]);
  assert.deepEqual(withdrawals((await session.plan()).plan), []);
});

test("an undo gives back what Agave takes, and says why not where the account is gone from it", async () => {
  await using workshop = await openWithLeaver();
  const { session } = workshop;
  const { plan } = await planWithLeaver(workshop);
  const report = await session.apply(plan);
  const undo = await session.undo(report.id);
  const given = undo.changes.filter(({ action }) => action === "grant");
  assert.equal(given.length, withdrawals(plan).length);
  const undone = await session.apply(undo);
  const outcomes = undone.outcomes.filter(({ change }) => change.action === "grant");
  assert.ok(outcomes.some(({ result }) => result === "succeeded"));
  const failed = outcomes.filter(({ result }) => result === "failed");
  assert.ok(failed.length > 0);
  for (const { why } of failed) assert.match(why ?? "", new RegExp(`No user found.*${user}`));
});

test("a permission that somebody else withdrew since the plan was made is not withdrawn again", async () => {
  await using workshop = await openWithLeaver();
  const { sandbox, session } = workshop;
  const { plan } = await planWithLeaver(workshop);
  await agave(sandbox, "DELETE", `/systems/v2/imaging.storage/roles/${user}`);
  const report = await session.apply(plan);
  const skipped = report.outcomes.filter(({ result }) => result === "skipped");
  assert.deepEqual(
    skipped.map(({ change }) => change.grant?.kind),
    ["system"],
  );
});
