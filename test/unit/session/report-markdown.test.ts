import assert from "node:assert/strict";
import { test } from "node:test";
import { reportMarkdown } from "../../../src/session/report-markdown.ts";
import { change, plan } from "../cli/samples.ts";

const done = change({
  id: "a1",
  action: "create",
  target: { connection: "odm", id: null },
  undo: { possible: "part", why: "It stays." },
});
const failed = change({ id: "b2", person: "evil|<img src=x>\n# heading [link](http://x)" });
const left = change({ id: "c3", person: "left@example.org" });
const missed = change({ id: "d4", person: "missed@example.org" });

const text = reportMarkdown({
  plan: plan({ changes: [done, failed, left, missed] }),
  leftOut: [left],
  report: {
    id: "run-1",
    plan: "f00d",
    state: "cancelled",
    target: "odm",
    startedAt: "2026-01-01T00:00:00.000Z",
    changes: 3,
    succeeded: 1,
    failed: 1,
    skipped: 0,
    outcomes: [
      { change: done, result: "succeeded", account: "77" },
      { change: failed, result: "failed", why: "The server answered 500." },
    ],
  },
});

test("every change of the plan is in the report once, under what became of it", () => {
  const headings = text.split("\n").filter((line) => line.startsWith("#"));
  assert.deepEqual(headings, [
    "# Run run-1",
    "## Counts",
    "## Failed (1)",
    "## Succeeded (1)",
    "## Left out (1)",
    "## Not reached (1)",
    "## Cannot be undone whole",
  ]);
  assert.match(text, /\| create \| 0 \| 0 \| 1 \|/);
  assert.match(text, /The server answered 500\./);
  assert.match(text, /\| 77 \|/);
  assert.match(text, /^- 1 create: It stays\.$/m);
});

test("text from a platform stays in its cell and makes no markup", () => {
  const line = text.split("\n").find((each) => each.includes("evil")) ?? assert.fail();
  assert.ok(line.startsWith("| evil\\|\\<img src=x\\> \\# heading \\[link\\]\\(http://x\\) |"), line);
});
