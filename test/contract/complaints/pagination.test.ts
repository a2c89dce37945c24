import assert from "node:assert/strict";
import { test } from "node:test";
import { openWorkshop } from "../reconcile/workshop.ts";

const told = [
  ["wso2/product-is #7320, #13772: totalResults is the size of the page", { kind: "pageTotal" }],
  [
    "wso2/product-is #9957, #22589: a page begins with users of the page before",
    { kind: "overlappingPages", items: 1 },
  ],
  [
    "wso2/product-is #27973, workplace-platform-samples #24: a page in the middle of the list is short",
    { kind: "shortPages", every: 3 },
  ],
  ["the total moves while the list is read", { kind: "movingTotal" }],
] as const;

for (const [complaint, fault] of told) {
  test(`${complaint}: the list is read to its end, or nobody is created or deactivated because of it`, async () => {
    await using workshop = await openWorkshop({ users: 300, dayOne: true });
    const { sandbox, session } = workshop;
    const expected = (await session.plan()).plan;
    sandbox.setFaults([{ platform: "odm", ...fault }]);
    const { plan } = await session.plan();
    const odm = plan.sources.find(({ connection }) => connection === "odm");
    if (odm?.complete) assert.deepEqual(plan.changes, expected.changes);
    else {
      assert.ok(odm && odm.notes.length > 0);
      const destructive = plan.changes.filter(({ action }) => action === "create" || action === "deactivate");
      assert.deepEqual(destructive, []);
    }
  });
}

test("awslabs/ssosync #1, idp-scim-sync #76: startIndex is ignored, so that only the first page is ever seen: the list is never taken for the whole", async () => {
  await using workshop = await openWorkshop({ users: 300, dayOne: true });
  const { sandbox, session } = workshop;
  sandbox.setFaults([{ kind: "firstPageOnly", platform: "odm" }]);
  const { plan } = await session.plan();
  assert.equal(plan.sources.find(({ connection }) => connection === "odm")?.complete, false);
  assert.deepEqual(
    plan.changes.filter(({ action }) => action !== "update" && action !== "reactivate"),
    [],
  );
});

test("wso2/product-is #13752, SCIM-SDK #131: a page past the end, or behind a small count, is taken for what it is: the whole list is read whatever the page size", async () => {
  const expected = await idsRead();
  for (const size of [1, 7, 40])
    assert.deepEqual(await idsRead(`"pageSize": ${size}, `), expected, `pages of ${size}`);
});

async function idsRead(setting = ""): Promise<readonly string[]> {
  await using workshop = await openWorkshop({
    users: 40,
    configure: (text) => text.replace('"platform": "odm",', `"platform": "odm", ${setting}`),
  });
  const { sandbox, session } = workshop;
  const reading = await session.directory("odm").enumerate();
  assert.equal(reading.complete, true);
  const starts = sandbox
    .log()
    .map(({ path }) => new URL(path, "http://sandbox").searchParams.get("startIndex"));
  assert.ok(starts.every((start) => start === null || Number(start) >= 1));
  return reading.accounts.map(({ id }) => id).toSorted();
}
