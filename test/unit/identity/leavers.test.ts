import assert from "node:assert/strict";
import { test } from "node:test";
import type { Account } from "../../../src/identity/account.ts";
import { makePlan } from "../../../src/identity/make-plan.ts";
import type { Plan } from "../../../src/identity/plan.ts";
import type { Policy } from "../../../src/identity/policy.ts";
import type { World } from "../../../src/identity/world.ts";
import { agaveAccount, odmAccount, policy } from "../../property/identity/worlds.ts";

const leaving: Policy = {
  ...policy,
  leavers: { revoke: ["system"], from: ["tacc"], when: ["deactivated"], files: [], list: [], also: [] },
};

function planOf(
  odm: readonly Account[],
  tacc: readonly Account[],
  links: readonly (readonly [targetId: string, username: string])[],
): Plan {
  const reading = (connection: string, accounts: readonly Account[]) => ({
    connection,
    accounts,
    complete: true,
    notes: [],
  });
  const world: World = {
    target: { ...reading("odm", odm), url: "https://odm.example" },
    sources: [reading("okeanos", []), reading("tacc", tacc)],
    hidden: [],
    links: links.map(([targetId, id]) => ({
      targetId,
      connection: "tacc",
      id,
      evidence: "linked in run 1",
    })),
    missing: [],
    agreed: [],
    now: "2026-01-01T00:00:00.000Z",
    access: [
      {
        connection: "tacc",
        self: "operator",
        grants: ["ana", "bo"].map((account) => ({
          connection: "tacc",
          account,
          kind: "system",
          resource: "storage",
          label: "storage",
          permission: "USER",
        })),
        owned: [],
        complete: true,
        notes: [],
      },
    ],
  };
  return makePlan(world, leaving).plan;
}

const ana = odmAccount({ id: "1", userName: "a.silva", displayName: "Ana Silva", email: "ana@example.org" });
const bo = odmAccount({ id: "2", userName: "b.li", displayName: "Bo Li", email: "bo@example.org" });
const withdrawnFrom = ({ changes }: Plan) =>
  changes.flatMap(({ action, grant }) => (action === "revoke" ? [grant?.account] : []));

test("an account that is linked to two people, in another case, is nobody's for certain", () => {
  assert.deepEqual(withdrawnFrom(planOf([ana], [], [["1", "ana"]])), ["ana"]);
  const links = [
    ["1", "ana"],
    ["2", "ANA"],
  ] as const;
  assert.deepEqual(withdrawnFrom(planOf([ana, bo], [], links)), []);
});

test("an account that is linked to somebody in dispute, in another case, is nobody's for certain", () => {
  const twin = odmAccount({ id: "3", userName: "b.lee", displayName: "Bo Lee", email: "bo@example.org" });
  const contested = agaveAccount("someone", "bo@example.org", "Bo Li");
  const plan = planOf(
    [ana, bo, twin],
    [contested],
    [
      ["1", "ana"],
      ["2", "ANA"],
    ],
  );
  assert.equal(plan.disputes.length, 1);
  assert.deepEqual(withdrawnFrom(plan), []);
});

test("a deactivation does not link an inactive account that was found in place of the one that is gone", () => {
  const asleep = agaveAccount("ana.silva", "ana@example.org", "Ana Silva", false);
  const { changes } = planOf([ana], [asleep], [["1", "ana"]]);
  const deactivation = changes.find(({ action }) => action === "deactivate");
  assert.deepEqual(deactivation?.links, []);
  assert.deepEqual(
    changes.flatMap(({ grant }) => grant?.account ?? []),
    ["ana"],
  );
});
