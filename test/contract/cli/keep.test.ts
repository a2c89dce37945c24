import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Change, Plan } from "../../../src/identity/plan.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";

let place: Workplace;
/** Somebody whose display name differs, and nothing else. */
let change: Change;
let id: string;

const plan = async () => JSON.parse((await place.run("plan", "--json")).stdout) as Plan;
const changed = async () => (await plan()).changes.filter(({ target }) => target.id === id);

before(async () => {
  place = await openWorkplace();
  const found = (await plan()).changes.find(
    ({ action, set }) => action === "update" && String(Object.keys(set)) === "displayName",
  );
  change = found ?? assert.fail("nobody's name differs");
  id = change.target.id ?? assert.fail();
});
after(() => place.close());

test("nothing is kept where nobody can be asked, or where what is named does not differ", async () => {
  const cases = [
    [["keep", id], 64, /Nobody can be asked here.*give --yes/s],
    [["keep", id, "userName", "--yes"], 64, /userName of .* does not differ\. Only displayName does\./],
    [["keep", id, "displayName", "--take-back", "--yes"], 64, /displayName of .* is not kept\. Nothing is\./],
    [["keep", "no-such-person", "--yes"], 1, /Nobody carries "no-such-person"/],
  ] as const;
  for (const [args, code, message] of cases) {
    const ended = await place.run(...args);
    assert.equal(ended.code, code, ended.stderr);
    assert.equal(ended.stdout, "");
    assert.match(ended.stderr, message);
  }
  assert.equal((await changed()).length, 1);
});

test("a value that is kept is shown first, sends nothing, is planned no more, and can be taken back", async () => {
  const writes = place.writes();
  const { displayName } = change.set;
  const kept = await place.run("keep", id, "displayName", "--yes");
  assert.equal(kept.code, 0, kept.stderr);
  assert.ok(kept.stdout.includes(`displayName  ${displayName?.from}, and ${displayName?.to} at the source`));
  assert.ok(kept.stderr.includes(`rollcall keep ${id} --take-back`), kept.stderr);
  assert.equal(place.writes(), writes);

  assert.deepEqual(await changed(), []);
  assert.deepEqual(
    (await plan()).drifts.map(({ target, value, source, origin }) => [target.id, value, source, origin]),
    [[id, displayName?.from, displayName?.to, undefined]],
  );
  const shown = await place.run("plan");
  assert.match(shown.stdout, /^Left as it is in the target \(1\)$/m);
  const explained = await place.run("explain", id);
  assert.match(explained.stdout, /drift +displayName: The target keeps .* as somebody has chosen\./);
  const checked = await place.run("check");
  assert.match(checked.stdout, /1 value left as in the target/);

  const again = await place.run("keep", id, "--yes");
  assert.equal(again.code, 0);
  assert.match(again.stderr, /Nothing of .* differs/);

  const back = await place.run("keep", id, "--take-back", "--yes", "--json");
  assert.equal(back.code, 0, back.stderr);
  assert.deepEqual(
    JSON.parse(back.stdout).takenBack.map(
      ({ targetId, attribute }: { targetId: string; attribute: string }) => [targetId, attribute],
    ),
    [[id, "displayName"]],
  );
  assert.deepEqual(await changed(), [change]);
});

test("a plan says which side of a value has moved since both agreed", async () => {
  const reconciled = await place.run("reconcile", "--yes");
  assert.notEqual(reconciled.code, 1, reconciled.stderr);
  const body = JSON.stringify({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
    Operations: [{ op: "replace", path: "displayName", value: "Named by Hand" }],
  });
  const patched = await place.runWith(
    { input: body },
    "call",
    "odm",
    "patch_user",
    `id=${id}`,
    "--body",
    "-",
  );
  assert.equal(patched.code, 0, patched.stderr);
  const { stdout } = await place.run("plan", "--where", 'values.origin eq "targetDrifted"');
  assert.ok(
    stdout.includes(`displayName  Named by Hand → ${change.set.displayName?.to} (target drifted)`),
    stdout,
  );
});
