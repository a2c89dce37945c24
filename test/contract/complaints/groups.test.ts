import assert from "node:assert/strict";
import { test } from "node:test";
import { openWorkshop } from "../reconcile/workshop.ts";

test("fleet #52501, litellm #34997, scim-for-keycloak #154: groups, nested or not, are no people: nobody is planned from a group or its members", async () => {
  await using workshop = await openWorkshop({ users: 60, dayOne: true });
  const { sandbox, session } = workshop;
  const { groups } = sandbox.state().odm;
  assert.ok(groups.length > 0);
  const { plan, judgements } = await session.plan();
  const known = new Set([...groups.map(({ id }) => id), ...groups.map(({ displayName }) => displayName)]);
  for (const { person, target } of plan.changes) {
    assert.ok(!known.has(person));
    assert.ok(target.id === null || !known.has(target.id));
  }
  assert.ok(judgements.every(({ targets }) => targets.every(({ id }) => !known.has(id))));
  const asked = sandbox.log().filter(({ path }) => path.includes("/Groups"));
  assert.deepEqual(asked, []);
});
