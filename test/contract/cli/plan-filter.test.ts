import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Plan } from "../../../src/identity/plan.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";

let place: Workplace;
let plan: Plan;
before(async () => {
  place = await openWorkplace();
  const { stdout, stderr, code } = await place.run("plan", "--json", "--out", "plan.json");
  assert.equal(code, 0, stderr);
  plan = JSON.parse(stdout);
});
after(() => place.close());

const isCreation = ({ action }: Plan["changes"][number]) => action === "create";

test("a filter that cannot be used is wrong input, with a caret under the place, before anything is read", async () => {
  for (const args of [
    ["plan", "--where", 'persn eq "ada"'],
    ["apply", "plan.json", "--yes", "--only", 'persn eq "ada"'],
  ]) {
    const { code, stderr, stdout } = await place.run(...args);
    assert.equal(code, 64);
    assert.equal(stdout, "");
    assert.match(
      stderr,
      /Changes have no attribute persn\. Did you mean person\?\n +persn eq "ada"\n +\^{5}/,
    );
  }
  assert.equal(place.writes(), 0);
});

test("--where shows what matches, and --out writes the whole plan all the same", async () => {
  const shown = await place.run("plan", "--where", 'action eq "create"', "--json", "--out", "again.json");
  assert.equal(shown.code, 0, shown.stderr);
  assert.deepEqual(JSON.parse(shown.stdout).changes, plan.changes.filter(isCreation));
  assert.match(
    shown.stderr,
    new RegExp(`Shows ${plan.changes.filter(isCreation).length} of ${plan.changes.length} changes`),
  );
  const written = (name: string) => readFile(join(place.folder, name), "utf8");
  assert.equal(await written("again.json"), await written("plan.json"));
});

test("--only with nothing to apply is wrong input, and the plan is not used up by it", async () => {
  const { code, stderr } = await place.run("apply", "plan.json", "--yes", "--only", 'person eq "nobody"');
  assert.equal(code, 64);
  assert.match(stderr, /No change is left to apply/);
  assert.equal(place.writes(), 0);
});

test("--only applies what matches, less --without, and leaves the rest to be planned again", async () => {
  const [first, ...others] = plan.changes.filter(isCreation);
  assert.ok(first && others.length > 0);
  const applied = await place.run(
    ...["apply", "plan.json", "--yes", "--json"],
    ...["--only", 'action eq "create"', "--without", first.id],
  );
  assert.equal(applied.code, 0, applied.stderr);
  assert.equal(JSON.parse(applied.stdout).succeeded, others.length);
  assert.match(applied.stderr, /1 matching change left out too/);
  assert.equal(place.writes(), others.length);
  const again = await place.run("plan", "--json");
  const ids = JSON.parse(again.stdout).changes.map(({ id }: { id: string }) => id);
  assert.ok(ids.includes(first.id));
  assert.equal(ids.length, plan.changes.length - others.length);
});
