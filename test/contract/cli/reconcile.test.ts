import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openWorkplace, type Workplace } from "./workplace.ts";

let place: Workplace;
before(async () => {
  place = await openWorkplace();
});
after(() => place.close());

test("check finds a difference and writes nothing", async () => {
  const { code, stdout, stderr } = await place.run("check");
  assert.equal(code, 2, stderr);
  assert.match(stdout, /\d+ differences: .*\d+ create/);
  assert.equal(place.writes(), 0);
});

test("the same plan is the same bytes, on standard output and in a file", async () => {
  const first = await place.run("plan", "--json");
  const second = await place.run("plan", "--json", "--out", "plan.json");
  assert.equal(first.code, 0, first.stderr);
  assert.equal(first.stdout, second.stdout);
  assert.equal(await readFile(join(place.folder, "plan.json"), "utf8"), first.stdout);
  const plan = JSON.parse(first.stdout);
  assert.ok(plan.changes.length > 0);
  assert.equal(place.writes(), 0);
});

test("a plan for people shows every change with old and new value, and disputes before them", async () => {
  const { stdout } = await place.run("plan");
  const plan = JSON.parse(await readFile(join(place.folder, "plan.json"), "utf8"));
  for (const { id, person } of plan.changes) {
    assert.ok(stdout.includes(`[${id.slice(0, 8)}]`), id);
    assert.ok(stdout.includes(person), person);
  }
  assert.match(stdout, / → /);
  assert.ok(stdout.indexOf("Disputes") < stdout.indexOf("Create ("));
  assert.ok(!stdout.includes("\u001b"));
});

test("without a terminal nothing is applied unless --yes says so", async () => {
  for (const args of [["apply", "plan.json"], ["reconcile"]]) {
    const { code, stdout, stderr } = await place.run(...args);
    assert.equal(code, 64);
    assert.match(stderr, /--yes/);
    assert.equal(stdout, "");
  }
  assert.equal(place.writes(), 0);
});

test("a plan that was edited is refused whole", async () => {
  const text = await readFile(join(place.folder, "plan.json"), "utf8");
  const plan = JSON.parse(text);
  plan.changes[0].set.displayName = { from: null, to: "Somebody Else" };
  await place.write("edited.json", JSON.stringify(plan));
  const { code, stdout, stderr } = await place.run("apply", "edited.json", "--yes", "--json");
  assert.equal(code, 2);
  assert.equal(stdout, "");
  assert.equal(JSON.parse(stderr).error.reason, "edited");
  assert.equal(place.writes(), 0);
});

test("files that are no plans are wrong input", async () => {
  await place.write("list.json", "[]");
  for (const file of ["list.json", "rollcall.jsonc", "no-such.json", "."]) {
    const { code, stderr } = await place.run("apply", file, "--yes");
    assert.equal(code, 64, file);
    assert.ok(stderr.includes(file), stderr);
  }
  const { code, stderr } = await place.run("apply", "plan.json", "--yes", "--without", "nothing");
  assert.equal(code, 64);
  assert.match(stderr, /no change "nothing"/);
  assert.equal(place.writes(), 0);
});

test("the approved plan is applied, less what was taken out, and a second time refused", async () => {
  const { changes } = JSON.parse(await readFile(join(place.folder, "plan.json"), "utf8"));
  const out = changes[0].id.slice(0, 10);
  const applied = await place.run("apply", "plan.json", "--yes", "--json", "--without", out);
  assert.equal(applied.code, 0, applied.stderr);
  const report = JSON.parse(applied.stdout);
  assert.equal(report.succeeded, changes.length - 1);
  assert.equal(place.writes(), changes.length - 1);

  const again = await place.run("apply", "plan.json", "--yes");
  assert.equal(again.code, 2);
  assert.match(again.stderr, /applied already/);
  assert.equal(place.writes(), changes.length - 1);
});

test("reconcile does what is left, and then nothing differs", async () => {
  const before = place.writes();
  const reconciled = await place.run("reconcile", "--yes", "--json");
  assert.equal(reconciled.code, 0, reconciled.stderr);
  const { plan, report, after } = JSON.parse(reconciled.stdout);
  assert.equal(plan.changes.length, 1);
  assert.equal(report.succeeded, 1);
  assert.equal(after.changes.length, 0);
  assert.equal(place.writes(), before + 1);
  const checked = await place.run("check");
  assert.equal(checked.code, 0, checked.stderr);
  assert.match(checked.stdout, /Nothing differs/);
});

test("runs lists what was applied, the newest first, and there is nothing to resume", async () => {
  const listed = await place.run("runs", "--json");
  const runs = JSON.parse(listed.stdout);
  assert.equal(runs.length, 2);
  assert.equal(runs[0].changes, 1);
  assert.match((await place.run("runs")).stdout, new RegExp(`${runs[0].id}.*\n${runs[1].id}`));
  const resumed = await place.run("resume");
  assert.equal(resumed.code, 2);
  assert.match(resumed.stderr, /nothing to resume/i);
});

test("explain gives every step for whoever carries a key, and says so where nobody does", async () => {
  const { stdout: json } = await place.run("accounts", "okeanos", "--json");
  const [account] = JSON.parse(json);
  const { code, stdout } = await place.run("explain", account.id);
  assert.equal(code, 0);
  assert.ok(stdout.includes(account.id));
  assert.match(stdout, /^ {2}action /m);
  const nobody = await place.run("explain", "nobody@nowhere", "--json");
  assert.equal(nobody.code, 1);
  assert.equal(nobody.stdout, "");
  assert.match(JSON.parse(nobody.stderr).error.message, /Nobody carries "nobody@nowhere"/);
});
