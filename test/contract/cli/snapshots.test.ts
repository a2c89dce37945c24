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

const offline = { kind: "dropBefore" };

test("a snapshot is kept while planning, and a plan from it changes the same, though no server answers", async () => {
  const planned = await place.run("plan", "--json", "--keep", "now.json");
  assert.equal(planned.code, 0, planned.stderr);
  place.setFaults([offline]);
  const again = await place.run("plan", "--from", "now.json", "--json", "--out", "offline.json");
  assert.equal(again.code, 0, again.stderr);
  const [first, second] = [JSON.parse(planned.stdout), JSON.parse(again.stdout)];
  assert.deepEqual(second.changes, first.changes);
  assert.deepEqual(second.disputes, first.disputes);
  assert.deepEqual(second.sources, first.sources);
  assert.ok(second.snapshot.takenAt);
  place.setFaults([]);
});

test("a plan that was made from a snapshot is not applied", async () => {
  const { code, stderr } = await place.run("apply", "offline.json", "--yes");
  assert.equal(code, 2);
  assert.match(stderr, /made from a snapshot of .*Plan again against the servers/);
  assert.equal(place.writes(), 0);
});

test("a person is explained from a snapshot, step by step, though no server answers", async () => {
  const plan = JSON.parse(await readFile(join(place.folder, "offline.json"), "utf8"));
  place.setFaults([offline]);
  const { code, stdout } = await place.run("explain", plan.changes[0].person, "--from", "now.json");
  place.setFaults([]);
  assert.equal(code, 0);
  assert.match(stdout, /situation .*\n.*action/s);
});

test("two snapshots are compared: who joined, left and changed, exit 2; with itself a snapshot is the same, exit 0", async () => {
  const taken = await place.run("snapshot", "--out", "before.json.gz");
  assert.equal(taken.code, 0, taken.stderr);
  const same = await place.run("diff", "now.json", "before.json.gz");
  assert.equal(same.code, 0, same.stdout);
  assert.match(same.stdout, /odm: 0 joined, 0 left, 0 changed/);
  const applied = await place.run("reconcile", "--yes", "--json");
  const { plan } = JSON.parse(applied.stdout);
  const count = (action: string) =>
    plan.changes.filter((change: { readonly action: string }) => change.action === action).length;
  await place.run("snapshot", "--out", "after.json");
  const changed = await place.run("diff", "before.json.gz", "after.json", "--json");
  assert.equal(changed.code, 2);
  const [odm, ...sources] = JSON.parse(changed.stdout).connections;
  assert.deepEqual(
    [odm.joined.length, odm.left.length, odm.changed.length],
    [count("create"), 0, count("update")],
  );
  for (const { joined, left, changed } of sources) assert.deepEqual([joined, left, changed], [[], [], []]);
});

test("another policy is tried on a snapshot, and what it would change is shown against a plan", async () => {
  const text = await readFile(join(place.folder, "rollcall.jsonc"), "utf8");
  await place.write(
    "stricter.jsonc",
    text.replace('"limits":', '"situations": { "absent": "report" }, "limits":'),
  );
  place.setFaults([offline]);
  const { code, stdout, stderr } = await place.run(
    "plan",
    "--config",
    "stricter.jsonc",
    "--from",
    "now.json",
    "--against",
    "offline.json",
  );
  place.setFaults([]);
  assert.equal(code, 0, stderr);
  const { changes } = JSON.parse(await readFile(join(place.folder, "offline.json"), "utf8"));
  const created = changes.filter(({ action }: { readonly action: string }) => action === "create").length;
  assert.match(stdout, new RegExp(`0 added, ${created} gone, ${changes.length - created} as before`));
});

test("a snapshot that was edited, cut short, is none, or does not fit is refused with its name and a way out", async () => {
  const text = await readFile(join(place.folder, "now.json"), "utf8");
  const other = await readFile(join(place.folder, "rollcall.jsonc"), "utf8");
  await place.write("edited.json", text.replace('"active":true', '"active":false'));
  await place.write("short.json", text.slice(0, text.length / 2));
  await place.write("other.json", "{}");
  await place.write("newer.json", text.replace('"version":1', '"version":2'));
  await place.write("renamed.jsonc", other.replaceAll("okeanos", "atlantis"));
  const refusals = [
    [["plan", "--from", "edited.json"], /edited\.json was edited or cut short/],
    [["plan", "--from", "short.json"], /short\.json is not a snapshot, or was cut short/],
    [["plan", "--from", "other.json"], /other\.json is not a snapshot.*rollcall snapshot --out/],
    [["plan", "--from", "newer.json"], /version 2, and this Rollcall reads version 1/],
    [["plan", "--from", "nowhere.json"], /There is no file .*nowhere\.json/],
    [["diff", "now.json", "offline.json"], /offline\.json is not a snapshot/],
    [["plan", "--config", "renamed.jsonc", "--from", "now.json"], /nothing of atlantis/],
  ] as const;
  for (const [words, message] of refusals) {
    const { code, stdout, stderr } = await place.run(...words);
    assert.deepEqual([code, stdout], [64, ""], words.join(" "));
    assert.match(stderr, message);
  }
});

test("no secret is in a snapshot", async () => {
  const text = await readFile(join(place.folder, "now.json"), "utf8");
  assert.doesNotMatch(text, /token|password|secret/i);
});
