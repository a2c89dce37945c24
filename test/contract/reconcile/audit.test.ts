import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { openWorkshop, type Workshop } from "./workshop.ts";

async function withRun(): Promise<Workshop> {
  const workshop = await openWorkshop({ users: 30 });
  const { plan } = await workshop.session.plan();
  await workshop.session.apply(plan, { without: new Set(plan.changes.slice(3).map(({ id }) => id)) });
  return workshop;
}

test("the audit log tells of every change that was sent, with intent and outcome, in a chain that holds", async () => {
  await using workshop = await withRun();
  const { session } = workshop;
  const [run] = session.runs();
  const entries = [...session.audit().entries()];
  assert.deepEqual(entries.map(({ event }) => event).toSorted(), [
    "intent",
    "intent",
    "intent",
    "runBegan",
    "runEnded",
    "succeeded",
    "succeeded",
    "succeeded",
  ]);
  for (const entry of entries) assert.ok("run" in entry && entry.run === run?.id);
  const verdict = session.audit().verify();
  assert.deepEqual(verdict, { intact: true, entries: 8, digest: entries.at(-1)?.digest });
});

test("a change by hand is told of as well", async () => {
  await using workshop = await withRun();
  const { session } = workshop;
  const before = [...session.audit().entries()].length;
  const { accounts } = await session.directory("odm").page({ count: 1 });
  const [account] = accounts;
  assert.ok(account);
  const set = { displayName: { from: account.displayName ?? null, to: "By Hand" } };
  await session.changeAccount("odm", { action: "update", id: account.id, set });
  const [intent, outcome] = [...session.audit().entries()].slice(before);
  assert.ok(intent?.event === "handIntent" && outcome?.event === "handSucceeded");
  assert.deepEqual(intent.change, { action: "update", target: { connection: "odm", id: account.id }, set });
});

test("entries can be neither changed nor taken out, and where somebody forces it the first one is named", async () => {
  await using workshop = await withRun();
  const { session, folder } = workshop;
  const database = new DatabaseSync(join(folder, "ledger.db"));
  try {
    assert.throws(() => database.exec("UPDATE audit SET at = 'x' WHERE seq = 4"), /takes no changes/);
    assert.throws(() => database.exec("DELETE FROM audit WHERE seq = 4"), /takes no changes/);
    assert.ok(session.audit().verify().intact);
    const broken = (sql: string) => {
      database.exec(
        `DROP TRIGGER IF EXISTS audit_is_not_changed; DROP TRIGGER IF EXISTS audit_is_not_cut; ${sql}`,
      );
      const verdict = session.audit().verify();
      assert.ok(!verdict.intact);
      return [verdict.seq, verdict.why];
    };
    assert.deepEqual(broken("UPDATE audit SET at = 'x' WHERE seq = 6"), [
      6,
      "Its instant does not fit its content.",
    ]);
    assert.deepEqual(broken("UPDATE audit SET entry = replace(entry, '{', '{ ') WHERE seq = 5"), [
      5,
      "Its content does not fit its digest.",
    ]);
    assert.deepEqual(broken("DELETE FROM audit WHERE seq = 3"), [4, "Entry 3 is missing."]);
    assert.deepEqual(broken("UPDATE audit SET previous = digest WHERE seq = 1"), [
      1,
      "It does not follow the entry before it.",
    ]);
  } finally {
    database.close();
  }
});

test("no token is in the audit log", async () => {
  await using workshop = await withRun();
  const text = JSON.stringify([...workshop.session.audit().entries()]);
  const { odm, astakos, agave } = workshop.sandbox.endpoints;
  for (const secret of [odm.token, astakos.serviceToken, agave.token, agave.password])
    assert.ok(!text.includes(secret));
});
