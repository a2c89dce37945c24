import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Plan } from "../../../src/identity/plan.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";

let place: Workplace;
before(async () => {
  place = await openWorkplace();
});
after(() => place.close());

test("person shows accounts side by side, links, what a plan changes, and after a run what it did", async () => {
  const planned = await place.run("plan", "--json", "--out", "plan.json");
  const plan: Plan = JSON.parse(planned.stdout);
  const update = plan.changes.find(({ action }) => action === "update") ?? assert.fail();
  const key = update.target.id ?? assert.fail();
  const [attribute = ""] = Object.keys(update.set);

  const before = await place.run("person", key);
  assert.equal(before.code, 0, before.stderr);
  for (const part of [
    update.person,
    key,
    attribute,
    `[${update.id.slice(0, 8)}]`,
    "No run has changed these accounts.",
  ])
    assert.ok(before.stdout.includes(part), `${part} in\n${before.stdout}`);
  assert.match(before.stdout, /^ +odm +okeanos( +tacc)?$/m);
  assert.equal(place.writes(), 0);

  assert.equal((await place.run("apply", "plan.json", "--yes")).code, 0);
  const { stdout } = await place.run("person", key, "--json");
  const [record, ...others] = JSON.parse(stdout);
  assert.equal(others.length, 0);
  assert.deepEqual(record.changes, []);
  assert.equal(record.history[0].change.id, update.id);
  assert.equal(record.history[0].result, "succeeded");
  assert.match((await place.run("person", key)).stdout, /^ +\d{4}-\S+Z +succeeded update +run \S+$/m);
});

test("person says so where nobody carries the key", async () => {
  const { code, stdout, stderr } = await place.run("person", "nobody@nowhere");
  assert.equal(code, 1);
  assert.equal(stdout, "");
  assert.match(stderr, /Nobody carries "nobody@nowhere"/);
});
