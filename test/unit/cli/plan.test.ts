import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { UsageError } from "../../../src/cli/exit.ts";
import { painter } from "../../../src/cli/output/paint.ts";
import { readPlan } from "../../../src/cli/plan-file.ts";
import { renderDifference } from "../../../src/cli/render/difference.ts";
import { renderPlan } from "../../../src/cli/render/plan.ts";
import { renderReport, reportExit } from "../../../src/cli/render/report.ts";
import type { RunReport } from "../../../src/reconcile/report.ts";
import { planText } from "../../../src/session/plan-document.ts";
import { change, plan } from "./samples.ts";

const paint = painter(false);
const whole = { paint, most: Number.POSITIVE_INFINITY };

test("a plan file is read back as it was written", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-"));
  t.after(() => rm(folder, { recursive: true }));
  const written = plan({ changes: [change()] });
  await writeFile(join(folder, "plan.json"), planText(written));
  assert.deepEqual(await readPlan(folder, "plan.json"), written);
  assert.ok(planText(written).endsWith("}\n"));
});

const notPlans: readonly [name: string, text: string, message: RegExp][] = [
  ["not JSON", "hello", /it is not JSON/],
  ["another JSON document", '{"version":1}', /is not a plan\. Make one with/],
  ["a list", "[]", /is not a plan/],
  ["a plan of a later version", '{"version":2}', /version 2, and this Rollcall reads version 1/],
  [
    "a plan with a change of an unknown action",
    planText(plan({ changes: [change()] })).replace('"update"', '"erase"'),
    /is not a plan/,
  ],
];

for (const [name, text, message] of notPlans) {
  test(`a file that is ${name} is refused by name`, async (t) => {
    const folder = await mkdtemp(join(tmpdir(), "rollcall-"));
    t.after(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, "it.json"), text);
    await assert.rejects(readPlan(folder, "it.json"), (error) => {
      assert.ok(error instanceof UsageError);
      assert.match(error.message, message);
      assert.match(error.message, /it\.json/);
      return true;
    });
  });
}

test("a change is shown with old and new value, its reason and its id", () => {
  const text = renderPlan(plan({ changes: [change()] }), whole).join("\n");
  assert.match(text, /ana@example\.org {2}42 {2}\[c0ffee00\]/);
  assert.match(text, /displayName {2}Ana → Ana Silva/);
  assert.match(text, /tacc\.fullName is Ana Silva\./);
  assert.match(text, /update +confirmed +1/);
});

test("a missing value, a cleared one and addresses read well", () => {
  const set = {
    externalId: { from: null, to: "u-1" },
    displayName: { from: " x", to: null },
    emails: { from: null, to: [{ value: "a@example.org", type: "work" }] },
    active: { from: false, to: true },
  };
  const text = renderPlan(plan({ changes: [change({ set })] }), whole).join("\n");
  assert.match(text, /externalId +\(none\) → u-1/);
  assert.match(text, /displayName +" x" → \(none\)/);
  assert.match(text, /emails +\(none\) → a@example\.org/);
  assert.match(text, /active +false → true/);
});

test("names from a platform cannot steer the terminal", () => {
  const set = { displayName: { from: "a", to: "\u001b]0;evil\u0007" } };
  const text = renderPlan(plan({ changes: [change({ set, person: "x\u001b[2J" })] }), whole).join("\n");
  assert.ok(!text.includes("\u001b"));
});

test("on a terminal a long list is cut and says by how much", () => {
  const changes = Array.from({ length: 12 }, (_, index) => change({ person: `p${index}@example.org` }));
  const text = renderPlan(plan({ changes }), { paint, most: 10 }).join("\n");
  assert.match(text, /Update \(12\)/);
  assert.match(text, /… and 2 more: see --all, --json or --out/);
  assert.doesNotMatch(text, /p10@/);
  assert.match(renderPlan(plan({ changes }), whole).join("\n"), /p11@/);
});

test("disputes come before changes, and what blocks the plan comes last", () => {
  const text = renderPlan(
    plan({
      changes: [change()],
      disputes: [
        {
          id: "d",
          why: "Two could be meant.",
          rule: "match[1]",
          candidates: [{ connection: "tacc", id: "ana", label: "Ana" }],
        },
      ],
      withheld: [
        {
          person: "w",
          target: { connection: "odm", id: "1" },
          situation: "sourceMissing",
          action: "deactivate",
          reason: "grace",
          why: "Missing for 1 run.",
        },
      ],
      reports: [
        {
          person: "r",
          target: { connection: "odm", id: "2" },
          situation: "unassigned",
          why: "Nobody knows.",
        },
      ],
      blocked: [{ action: "update", planned: 9, allowed: 3, why: "limits.update is 3." }],
    }),
    whole,
  ).join("\n");
  const places = ["Disputes", "Update (1)", "Withheld", "Reported", "Blocked"].map((word) =>
    text.indexOf(word),
  );
  assert.deepEqual(
    places,
    places.toSorted((one, other) => one - other),
  );
  assert.ok(places.every((place) => place >= 0));
  assert.match(text, /9 planned, 3 allowed/);
});

test("a source that was not proven complete is told", () => {
  const sources = [
    { connection: "tacc", accounts: 2, complete: false, digest: "d", notes: ["A page was short."] },
  ];
  const text = renderPlan(plan({ sources }), whole).join("\n");
  assert.match(text, /tacc: 2 accounts, not proven complete\n {4}A page was short\./);
  assert.match(text, /No changes/);
});

test("a check says what differs and what is open besides", () => {
  assert.deepEqual(renderDifference(plan(), paint), ["Nothing differs."]);
  const changes = [change(), change({ action: "create" })];
  assert.deepEqual(renderDifference(plan({ changes }), paint), ["2 differences: 1 create, 1 update."]);
});

const report: RunReport = {
  id: "r1",
  plan: "p",
  state: "done",
  target: "odm",
  startedAt: "2026-01-01T00:00:00Z",
  changes: 3,
  succeeded: 3,
  failed: 0,
  skipped: 0,
  outcomes: [],
};

test("a run's exit code says whether all landed", () => {
  assert.equal(reportExit(report), 0);
  assert.equal(reportExit({ ...report, skipped: 1 }), 2);
  assert.equal(reportExit({ ...report, skipped: 1, failed: 1 }), 1);
  assert.equal(reportExit({ ...report, state: "cancelled" }), 1);
});

test("a run's report names what did not succeed, and how to go on", () => {
  const text = renderReport(
    {
      ...report,
      state: "stopped",
      succeeded: 1,
      failed: 1,
      outcomes: [
        { change: change(), result: "succeeded" },
        { change: change({ person: "bob" }), result: "failed", why: "odm: 409 taken" },
      ],
    },
    paint,
  ).join("\n");
  assert.match(text, /3 changes, 1 succeeded, 1 failed, 0 skipped/);
  assert.match(text, /failed {2}update bob: odm: 409 taken/);
  assert.match(text, /1 change left\. Finish with: rollcall resume/);
  assert.doesNotMatch(text, /ana@/);
});

test("where it is known which side of a value has moved, the plan says so", () => {
  const set = {
    displayName: { from: "Annie", to: "Ana", origin: "targetDrifted" },
    userName: { from: "a", to: "b", origin: "sourceChanged" },
    externalId: { from: "1", to: "2", origin: "bothChanged" },
  } as const;
  const text = renderPlan(plan({ changes: [change({ set })] }), whole).join("\n");
  assert.match(text, /displayName {2}Annie → Ana \(target drifted\)/);
  assert.match(text, /userName +a → b \(source changed\)/);
  assert.match(text, /externalId +1 → 2 \(both changed\)/);
});

test("what is left as it is, what is remembered, and how long somebody waits, stand in the plan", () => {
  const target = { connection: "odm", id: "42" };
  const text = renderPlan(
    plan({
      drifts: [
        {
          person: "ana@example.org",
          target,
          attribute: "displayName",
          agreed: "Ana",
          source: "Ana",
          value: "Annie",
          origin: "targetDrifted",
          policy: "keep",
          why: "The target has changed.",
        },
      ],
      agreed: [{ targetId: "42", values: { userName: "ana" } }],
      withheld: [
        {
          person: "bo@example.org",
          target,
          situation: "sourceMissing",
          action: "deactivate",
          reason: "grace",
          why: "Missing.",
          grace: { since: "2026-11-01T00:00:00.000Z", runs: 1, due: { runs: 2 } },
        },
      ],
      blocked: [{ action: "update", scope: "Staff", planned: 2, allowed: 1, why: "Too many." }],
    }),
    whole,
  ).join("\n");
  assert.match(text, /Left as it is in the target \(1\)\n {2}ana@example\.org {2}42\n/);
  assert.match(
    text,
    /displayName {2}Annie, and Ana at the source \(target drifted\)\n +The target has changed\./,
  );
  assert.match(text, /The values of 1 person will be remembered as agreed\. Nothing is sent for them\./);
  assert.match(
    text,
    /Seen missing by 1 completed run since 2026-11-01T00:00:00\.000Z; acts after 2 more completed runs\./,
  );
  assert.match(text, /update among Staff: 2 planned, 1 allowed\. Too many\./);
});
