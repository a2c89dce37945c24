import assert from "node:assert/strict";
import { test } from "node:test";
import { changeOf } from "../../../src/reconcile/by-hand/change.ts";
import { RefusedChange } from "../../../src/reconcile/by-hand/refused.ts";
import { openWorkshop, promisedValues, writesOf } from "./workshop.ts";

/** The sandbox's configuration with pieces of its text replaced, and without limits. */
function configured(...pieces: readonly (readonly [from: string, to: string])[]): (text: string) => string {
  return (text) =>
    pieces.reduce(
      (changed, [from, to]) => {
        assert.ok(changed.includes(from), from);
        return changed.replace(from, () => to);
      },
      text.replace(/"limits": \{[^}]*\}/, '"limits": {}'),
    );
}

test("names made by an expression are planned with it as the reason, applied, and nothing is left", async () => {
  await using workshop = await openWorkshop({
    users: 80,
    configure: configured([
      '"from": "tacc.fullName", "when": "tacc.fullName pr"',
      '"from": ["concat(upper(ascii(tacc.lastName)), \\", \\", tacc.firstName)", "before(okeanos.displayname, \\"@\\")"]',
    ]),
  });
  const { session, sandbox } = workshop;
  const { plan } = await session.plan();
  const rule = 'displayName from concat(upper(ascii(tacc.lastName)), ", ", tacc.firstName)';
  const byExpression = plan.changes.filter(({ why }) => why.includes(rule));
  assert.ok(byExpression.length > 10);
  let compared = 0;
  for (const { person, set } of byExpression) {
    const profile = sandbox
      .state()
      .agave.profiles.find(({ email }) => email.toLowerCase() === person.toLowerCase());
    const plain = profile?.lastName.normalize("NFD").replaceAll(/[\u0300-\u036f]/g, "") ?? "";
    if (!profile || !/^[A-Za-z' -]+$/.test(plain)) continue;
    compared++;
    assert.equal(set.displayName?.to, `${plain.toUpperCase()}, ${profile.firstName}`);
  }
  assert.ok(compared > 10);
  assert.ok(
    plan.changes.some(({ why }) => why.includes('displayName from before(okeanos.displayname, "@")')),
  );
  const promised = promisedValues(plan);
  const report = await session.apply(plan);
  assert.equal(report.succeeded, plan.changes.length);
  for (const user of sandbox.state().odm.users) {
    const name = promised.get(user.id)?.displayName;
    if (name !== undefined) assert.equal(user.displayName, name);
  }
  assert.deepEqual((await session.check({ after: report.id })).plan.changes, []);
});

test("a rule of several attributes links who agrees in all of them, and asks Agave by the first that it answers for", async () => {
  await using workshop = await openWorkshop({
    users: 80,
    configure: configured([
      '{ "target": "emails.value", "source": "tacc.email" },\n      { "target": "userName", "source": "tacc.username" }',
      '{ "all": [{ "target": "emails.value", "source": "tacc.email" }, { "target": "userName", "source": "tacc.username" }] }',
    ]),
  });
  const { session, sandbox } = workshop;
  const { judgements } = await session.plan();
  const linked = judgements.flatMap(({ targets: [user], links }) =>
    links.flatMap(({ connection, id, evidence }) =>
      user && connection === "tacc" ? [{ user, id, evidence }] : [],
    ),
  );
  assert.ok(linked.length > 10);
  for (const { user, id, evidence } of linked) {
    assert.equal(user.userName?.toLowerCase(), id.toLowerCase());
    assert.equal(evidence, "emails.value equals tacc.email and userName equals tacc.username");
  }
  const read = new Set(
    judgements.flatMap(({ sources }) =>
      sources.flatMap(({ connection, id }) => (connection === "tacc" ? [id] : [])),
    ),
  );
  const users = sandbox.state().odm.users.filter(({ active }) => active);
  const differing = sandbox
    .state()
    .agave.profiles.filter(
      ({ username, email }) =>
        read.has(username) &&
        users.some((user) => user.email === email && user.userName.toLowerCase() !== username),
    );
  assert.ok(differing.length > 0, "nobody agrees in the e-mail alone");
  for (const { username } of differing) assert.ok(!linked.some(({ id }) => id === username), username);
  const asked = sandbox
    .log()
    .filter(({ platform, path }) => platform === "agave" && path.includes("/profiles/v2"));
  assert.ok(asked.length > 0);
  for (const { path } of asked) assert.match(path, /[?&]email=/);
});

test("users who are protected by id or user name are left alone by plans and by hand; a name that nobody has is told", async () => {
  await using workshop = await openWorkshop({ users: 80, dayOne: true, configure: configured() });
  const before = (await workshop.session.plan()).plan;
  const [updated, leaving] = ["update", "deactivate"].map((action) => {
    const change = before.changes.find((each) => each.action === action);
    return (
      workshop.sandbox.state().odm.users.find(({ id }) => id === change?.target.id) ?? assert.fail(action)
    );
  });
  assert.ok(updated && leaving);
  const session = await workshop.reconfigured((text) =>
    text.replace(
      '"protect": "userName sw \\"svc-\\""',
      () =>
        `"protect": ${JSON.stringify({
          filter: 'userName sw "svc-"',
          ids: [updated.id, "424242"],
          userNames: [leaving.userName.toUpperCase()],
        })}`,
    ),
  );
  const { plan } = await session.plan();
  const held = new Set([updated.id, leaving.id]);
  assert.deepEqual(
    plan.changes.map(({ id }) => id),
    before.changes.filter(({ target }) => !held.has(target.id ?? "")).map(({ id }) => id),
  );
  assert.deepEqual(
    plan.reports
      .filter(({ situation }) => situation === "protected")
      .map(({ target, why }) => [target.id, why]),
    [
      [
        "424242",
        'protect.ids names "424242", which no account of odm has: it may be a mistake. Nothing is held back by it.',
      ],
    ],
  );
  const writes = writesOf(workshop.sandbox).length;
  for (const { id } of [updated, leaving]) {
    const account = (await session.directory("odm").get(id)) ?? assert.fail(id);
    assert.equal(session.isProtected("odm", account.attributes), true);
    await assert.rejects(
      session.changeAccount("odm", changeOf(account, "update", { displayName: "Mine" })),
      (error: unknown) => error instanceof RefusedChange && error.reason === "protected",
    );
  }
  assert.equal(writesOf(workshop.sandbox).length, writes);
  assert.equal((await session.apply(plan)).succeeded, plan.changes.length);
});
