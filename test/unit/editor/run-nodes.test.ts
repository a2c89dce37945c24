import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { contextValue, descriptionOf, type TreeNode } from "../../../src/editor/tree/node.ts";
import {
  earlierRunsGroup,
  goingNode,
  isUndoable,
  lastRunNode,
  runText,
} from "../../../src/editor/views/reconciliation/run-nodes.ts";
import { shortInstantText } from "../../../src/editor/views/reconciliation/words.ts";
import type { RunSummary } from "../../../src/reconcile/report.ts";
import type { Session } from "../../../src/session/types.ts";

function summary(parts: Partial<RunSummary> = {}): RunSummary {
  return {
    id: "r1",
    plan: "p1",
    state: "done",
    target: "odm",
    startedAt: "2026-01-01T00:00:00Z",
    changes: 34,
    succeeded: 33,
    failed: 1,
    skipped: 0,
    ...parts,
  };
}

/** A session with runs r1, r2 and so on, the newest being the last. */
function sessionWith(count: number): Pick<Session, "runs" | "countRuns"> {
  const runs = Array.from({ length: count }, (_, index) => summary({ id: `r${count - index}` }));
  return { runs: ({ most = count } = {}) => runs.slice(0, most), countRuns: () => count };
}

const below = ({ children }: TreeNode) => (typeof children === "function" ? children() : []);
const flags = (node: TreeNode) => contextValue(node).split("+").slice(1);

describe("the items of runs", () => {
  it("say how a run ended, and what is special about it", () => {
    assert.equal(runText(summary()), "33 succeeded, 1 failed");
    assert.equal(runText(summary({ state: "running" })), "33 succeeded, 1 failed · interrupted");
    assert.equal(
      runText(summary({ state: "cancelled", failed: 0, undoes: "r0", allowedOver: true })),
      "33 succeeded · cancelled · undo · over a limit",
    );
  });

  it("say when a run was begun, with the year where it is another one", () => {
    const now = new Date("2026-06-01T12:00:00Z");
    assert.doesNotMatch(shortInstantText("2026-05-31T12:00:00Z", now), /2026/);
    assert.match(shortInstantText("2025-05-31T12:00:00Z", now), /2025/);
    assert.equal(shortInstantText("no instant", now), "no instant");
  });

  it("offer an undo where a run that is not interrupted has changed something", () => {
    assert.ok(isUndoable(summary({ state: "cancelled" })));
    assert.ok(!isUndoable(summary({ state: "running" })));
    assert.ok(!isUndoable(summary({ succeeded: 0 })));
  });

  it("offer to resume the last run alone, and only where it can be", () => {
    assert.deepEqual(flags(lastRunNode(summary(), undefined, false)), ["undoable"]);
    assert.deepEqual(flags(lastRunNode(summary({ state: "stopped" }), undefined, true)), [
      "undoable",
      "unfinished",
    ]);
  });

  it("list the runs before the last one, the newest first, and a way to more with how many there are", () => {
    const session = sessionWith(7);
    const last = session.runs()[0];
    const [group] = earlierRunsGroup(session, last, 4);
    assert.ok(group && last);
    assert.deepEqual([group.label, group.description, group.expanded], ["Earlier runs", "6", undefined]);
    const listed = below(group);
    assert.deepEqual(
      listed.map(({ id }) => id.split("/").at(-1)),
      ["r6", "r5", "r4", "r3", "more"],
    );
    assert.equal(listed.at(-1)?.description, "4 of 6");
    const [whole] = earlierRunsGroup(session, last, 6);
    assert.ok(whole);
    assert.deepEqual(
      below(whole).map(({ noun }) => noun),
      Array(6).fill("run"),
    );
  });

  it("are not there where there is no earlier run", () => {
    const session = sessionWith(1);
    assert.deepEqual(earlierRunsGroup(session, session.runs()[0], 20), []);
    assert.deepEqual(earlierRunsGroup(sessionWith(0), undefined, 20), []);
    assert.deepEqual(earlierRunsGroup(sessionWith(0), summary({ changes: 0 }), 20), []);
  });

  it("count the last run among the earlier ones where it only remembers links and is to be resumed", () => {
    const session = sessionWith(2);
    const [group] = earlierRunsGroup(session, summary({ id: "links", changes: 0, state: "running" }), 20);
    assert.ok(group);
    assert.equal(below(group).length, 2);
  });

  it("say of the run that goes on how it stands", () => {
    const run = { target: "odm", done: 12, total: 1200, pause() {}, goOn() {} };
    const busy = goingNode({ ...run, paused: false });
    assert.deepEqual([busy.label, descriptionOf(busy)], ["Applying to odm", "1,200 changes"]);
    assert.deepEqual(flags(busy), ["busy"]);
    const paused = goingNode({ ...run, paused: true });
    assert.deepEqual([paused.label, descriptionOf(paused)], ["Paused", "odm · 12 of 1,200"]);
    assert.deepEqual(flags(paused), ["paused"]);
  });
});
