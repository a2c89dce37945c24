import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, test } from "node:test";
import type { Plan } from "../../../src/identity/plan.ts";
import { LedgerError } from "../../../src/ledger/database.ts";
import type { JournalEvent, RunsWanted } from "../../../src/ledger/journal.ts";
import { type Ledger, openLedger } from "../../../src/ledger/ledger.ts";
import { ledgerFileFor } from "../../../src/ledger/location.ts";
import { odmAccount } from "../../property/identity/worlds.ts";
import { change, plan } from "../cli/samples.ts";

let folder: string;
let file: string;
let ledger: Ledger;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rollcall-"));
  file = join(folder, "deep", "ledger.db");
  ledger = openLedger(file);
});

afterEach(() => {
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = "2026-01-01T00:00:00Z";

function begin(run: string, applied: Plan, without: readonly string[] = []): void {
  ledger.journal.begin(run, { plan: applied, without: new Set(without) }, at);
}

const ana = odmAccount({ id: "1", userName: "ana", displayName: "Ana", email: "ana@example.org" });
const bo = odmAccount({ id: "2", userName: "bo", displayName: "Bo", email: "bo@example.org" });

test("an account that is not shown any more is remembered as it was last seen, also after the ledger was closed", () => {
  ledger.memory.rememberAccounts([ana, bo]);
  ledger.memory.rememberAccounts([{ ...ana, displayName: "Ana Silva" }]);
  ledger.close();
  ledger = openLedger(file);
  const hidden = ledger.memory.accountsNotShown("odm", new Set(["2"]));
  assert.deepEqual(
    hidden.map(({ id, displayName }) => [id, displayName]),
    [["1", "Ana Silva"]],
  );
  assert.deepEqual(ledger.memory.accountsNotShown("other", new Set()), []);
});

test("an account that does not exist any more is forgotten until it is seen again", () => {
  ledger.memory.rememberAccounts([ana]);
  ledger.memory.forgetAccount("odm", "1");
  assert.deepEqual(ledger.memory.accountsNotShown("odm", new Set()), []);
  ledger.memory.rememberAccounts([ana]);
  assert.equal(ledger.memory.accountsNotShown("odm", new Set()).length, 1);
});

test("a link takes the place of older ones of either account", () => {
  const link = (targetId: string, id: string) =>
    ledger.memory.link(
      "odm",
      [{ targetId, links: [{ connection: "okeanos", id, evidence: "e-mail" }] }],
      "r1",
    );
  link("1", "u-1");
  link("2", "u-1");
  link("2", "u-2");
  assert.deepEqual(
    ledger.memory.links("odm").map(({ targetId, id, evidence }) => [targetId, id, evidence]),
    [["2", "u-2", "linked in run r1: e-mail"]],
  );
});

test("runs that found somebody missing are counted once each, and forgotten when the person is back", () => {
  ledger.memory.noteMissing("odm", ["1", "2"], "r1", "2026-01-01T00:00:00Z");
  ledger.memory.noteMissing("odm", ["1", "2"], "r1", "2026-01-01T00:00:00Z");
  ledger.memory.noteMissing("odm", ["1"], "r2", "2026-01-02T00:00:00Z");
  assert.deepEqual(ledger.memory.missing("odm"), [{ targetId: "1", runs: 2, since: "2026-01-01T00:00:00Z" }]);
  assert.deepEqual(ledger.memory.missing("odm", "r2"), [
    { targetId: "1", runs: 1, since: "2026-01-01T00:00:00Z" },
  ]);
});

test("only one can apply at a time, and the right is given back", () => {
  const release = ledger.lock();
  assert.ok(release);
  const other = openLedger(file);
  try {
    assert.equal(other.lock(), undefined);
    release();
    const again = other.lock();
    assert.ok(again);
    again();
  } finally {
    other.close();
  }
});

test("a ledger of a newer Rollcall, or a file that is none, is refused with its name and left as it is", () => {
  const newer = join(folder, "newer.db");
  const database = new DatabaseSync(newer);
  database.exec("PRAGMA user_version = 99");
  database.close();
  assert.throws(
    () => openLedger(newer),
    (error) => error instanceof LedgerError && /newer\.db.*newer Rollcall/.test(error.message),
  );
  const text = join(folder, "text.db");
  writeFileSync(text, "this is not a database, and long enough to be sure of it\n".repeat(50));
  assert.throws(
    () => openLedger(text),
    (error) => error instanceof LedgerError && /text\.db/.test(error.message),
  );
});

test("each configuration file has a ledger of its own under the state folder", () => {
  const environment = { XDG_STATE_HOME: join(folder, "state") };
  const one = ledgerFileFor(join(folder, "a", "rollcall.jsonc"), environment);
  const other = ledgerFileFor(join(folder, "b", "rollcall.jsonc"), environment);
  assert.notEqual(one, other);
  assert.ok(one.startsWith(join(folder, "state", "rollcall")));
  assert.equal(one, ledgerFileFor(join(folder, "b", "..", "a", "rollcall.jsonc"), environment));
});

test("an account is hidden from when it is noted so until it is seen again, and not once it is gone", () => {
  ledger.memory.rememberAccounts([ana, bo]);
  assert.deepEqual(ledger.memory.hiddenAccounts("odm"), []);
  ledger.memory.noteHidden("odm", ["1", "2", "3"]);
  assert.deepEqual(ledger.memory.hiddenAccounts("odm"), [ana, bo]);
  assert.deepEqual(ledger.memory.hiddenAccounts("other"), []);
  ledger.memory.rememberAccounts([ana]);
  assert.deepEqual(ledger.memory.hiddenAccounts("odm"), [bo]);
  assert.deepEqual(ledger.memory.account("odm", "2"), bo);
  ledger.memory.forgetAccount("odm", "2");
  assert.deepEqual(ledger.memory.hiddenAccounts("odm"), []);
  assert.equal(ledger.memory.account("odm", "2"), undefined);
});

test("a ledger of an earlier Rollcall is brought up to date with what it holds", () => {
  ledger.memory.rememberAccounts([ana]);
  const kept = change({ id: "kept" });
  begin("r1", plan({ changes: [kept, change({ id: "out" })], undoes: "r0" }), ["out"]);
  ledger.close();
  const database = new DatabaseSync(file);
  database.exec(`ALTER TABLE seen DROP COLUMN hidden; ALTER TABLE runs DROP COLUMN allowed_over;
     ALTER TABLE journal DROP COLUMN account; DROP TABLE audit; DROP TABLE replaced_links; DROP TABLE agreed;
     DROP INDEX runs_by_changes; ALTER TABLE runs DROP COLUMN changes; ALTER TABLE runs DROP COLUMN target;
     ALTER TABLE runs DROP COLUMN undoes; PRAGMA user_version = 1`);
  database.close();
  ledger = openLedger(file);
  ledger.memory.noteHidden("odm", ["1"]);
  assert.deepEqual(ledger.memory.hiddenAccounts("odm"), [ana]);
  const [run, ...others] = ledger.journal.runs();
  assert.equal(others.length, 0);
  assert.deepEqual([run?.target, run?.undoes, run?.changes], ["odm", "r0", 1]);
});

test("runs are listed with what they apply, the newest first, as many as wanted, and counted", () => {
  begin("r1", plan({ id: "p1", changes: [change({ id: "a" }), change({ id: "b" })] }), ["b"]);
  begin("r2", plan({ id: "p2" }));
  begin("r3", plan({ id: "p3", changes: [change({ id: "a" })], undoes: "r1" }));
  const listed = (wanted?: RunsWanted) =>
    ledger.journal.runs(wanted).map(({ id, changes, undoes }) => [id, changes, undoes]);
  const [r1, r2, r3] = [
    ["r1", 1, undefined],
    ["r2", 0, undefined],
    ["r3", 1, "r1"],
  ];
  assert.deepEqual(listed(), [r3, r2, r1]);
  assert.deepEqual(listed({ changing: true }), [r3, r1]);
  assert.deepEqual(listed({ most: 2 }), [r3, r2]);
  assert.deepEqual(listed({ most: 0 }), []);
  assert.equal(ledger.journal.countChanging(), 2);
});

test("a run is tallied by how each of its changes has ended last", () => {
  const changes = ["a", "b", "c", "d", "e"].map((id) => change({ id }));
  begin("r1", plan({ changes }));
  begin("r2", plan({ id: "p2", changes }));
  const write = (run: string, id: string, event: JournalEvent) =>
    ledger.journal.write(run, change({ id }), { event }, at);
  for (const id of ["a", "b", "c"]) write("r1", id, "intent");
  write("r1", "a", "succeeded");
  write("r1", "b", "failed");
  write("r1", "b", "intent");
  write("r1", "d", "skipped");
  write("r1", "e", "failed");
  write("r2", "a", "failed");
  assert.deepEqual(ledger.journal.tally("r1"), { succeeded: 1, failed: 1, skipped: 1 });
  assert.deepEqual(ledger.journal.tally("r3"), { succeeded: 0, failed: 0, skipped: 0 });
});

test("what was agreed on is remembered for each attribute, replaced, and forgotten", () => {
  const entry = (attribute: string, value: string | null, source: string) => ({
    targetId: "1",
    attribute,
    value,
    source,
  });
  const { agreements } = ledger.memory;
  agreements.note("odm", [entry("displayName", "Ana", "Ana"), entry("userName", "ana", "ana")]);
  agreements.note("odm", [entry("displayName", null, "Ana Silva")]);
  agreements.note("other", [entry("displayName", "Bo", "Bo")]);
  ledger.close();
  ledger = openLedger(file);
  assert.deepEqual(ledger.memory.agreements.of("odm"), [
    entry("displayName", null, "Ana Silva"),
    entry("userName", "ana", "ana"),
  ]);
  ledger.memory.agreements.forget("odm", "1", ["displayName", "externalId"]);
  assert.deepEqual(ledger.memory.agreements.of("odm"), [entry("userName", "ana", "ana")]);
  assert.equal(ledger.memory.agreements.of("other").length, 1);
});

test("a ledger from before agreements were remembered keeps its links, and knows of none", () => {
  ledger.memory.link(
    "odm",
    [{ targetId: "1", links: [{ connection: "okeanos", id: "u-1", evidence: "e-mail" }] }],
    "r1",
  );
  ledger.close();
  const database = new DatabaseSync(file);
  database.exec("DROP TABLE agreed; PRAGMA user_version = 4");
  database.close();
  ledger = openLedger(file);
  assert.equal(ledger.memory.links("odm").length, 1);
  assert.deepEqual(ledger.memory.agreements.of("odm"), []);
  ledger.memory.agreements.note("odm", [
    { targetId: "1", attribute: "displayName", value: "Ana", source: "Ana" },
  ]);
  assert.equal(ledger.memory.agreements.of("odm").length, 1);
});
