import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFilter } from "../../../src/filter/parse.ts";
import { exceededLimits } from "../../../src/identity/limits.ts";
import type { Change } from "../../../src/identity/plan.ts";
import type { ScopedLimits } from "../../../src/identity/policy.ts";
import { odmAccount } from "../../property/identity/worlds.ts";
import { change } from "../cli/samples.ts";

const user = (id: string, email: string) =>
  odmAccount({ id, userName: `u${id}`, displayName: `User ${id}`, email });
const shown = [
  ...["1", "2", "3", "4"].map((id) => user(id, `u${id}@staff.example.org`)),
  ...["5", "6", "7", "8"].map((id) => user(id, `u${id}@example.org`)),
];
const hidden = [user("9", "u9@staff.example.org")];

const deactivate = (id: string) => change({ action: "deactivate", target: { connection: "odm", id } });
const create = (email: string) =>
  change({
    action: "create",
    target: { connection: "odm", id: null },
    set: { emails: { from: null, to: [{ value: email, type: "work" }] }, active: { from: null, to: true } },
  });

const staff: Omit<ScopedLimits, "limits"> = {
  name: "Staff",
  filter: parseFilter('emails.value ew "@staff.example.org"'),
};

function exceeded(changes: readonly Change[], scopedLimits: readonly ScopedLimits[]) {
  return exceededLimits(
    changes,
    { target: "odm", limits: {}, scopedLimits },
    { total: shown.length, shown, hidden },
  );
}

test("changes to accounts that the filter does not match are not counted", () => {
  const limits = [{ ...staff, limits: { deactivate: { count: 1 } } }];
  assert.deepEqual(exceeded(["5", "6", "7"].map(deactivate), limits), []);
  assert.deepEqual(exceeded(["1", "5", "6"].map(deactivate), limits), []);
  assert.deepEqual(exceeded(["1", "2", "5"].map(deactivate), limits), [
    {
      action: "deactivate",
      scope: "Staff",
      planned: 2,
      allowed: 1,
      why: "2 × deactivate among “Staff” is over the limit of 1.",
    },
  ]);
});

test("shares are taken of the shown accounts that match, and rounded up", () => {
  const limits = [{ ...staff, limits: { deactivate: { percent: 30 } } }];
  assert.deepEqual(exceeded(["1", "2"].map(deactivate), limits), []);
  const [blocked] = exceeded(["1", "2", "3"].map(deactivate), limits);
  assert.match(blocked?.why ?? "", /over the limit of 30% of 4 accounts \(2\)/);
});

test("a new account is judged by what it would be, and a hidden one by how it was last seen", () => {
  const limits = [{ ...staff, limits: { create: { count: 0 }, reactivate: { count: 0 } } }];
  const wake = change({ action: "reactivate", target: { connection: "odm", id: "9" } });
  assert.deepEqual(exceeded([create("new@example.org")], limits), []);
  assert.deepEqual(
    exceeded([create("new@staff.example.org"), wake], limits).map(({ action }) => action),
    ["create", "reactivate"],
  );
});

test("every limit holds by itself, beside that for all accounts, and changes elsewhere are not counted", () => {
  const limit = { deactivate: { count: 0 } };
  const everyone = { name: "Everyone", filter: parseFilter("userName pr"), limits: limit };
  const changes = [
    deactivate("1"),
    change({ action: "deactivate", target: { connection: "tacc", id: "2" } }),
  ];
  const blocked = exceededLimits(
    changes,
    { target: "odm", limits: limit, scopedLimits: [{ ...staff, limits: limit }, everyone] },
    { total: shown.length, shown, hidden },
  );
  assert.deepEqual(
    blocked.map(({ scope, planned }) => [scope, planned]),
    [
      [undefined, 2],
      ["Staff", 1],
      ["Everyone", 1],
    ],
  );
});
