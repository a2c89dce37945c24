import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { RunUnderWay } from "../../../src/editor/operations/run-under-way.ts";
import type { ShownProgress } from "../../../src/editor/ui/progress.ts";

/** A run of 20 changes to odm, what was shown of it, and how often it was told that it stands otherwise. */
function underWay() {
  const shown: ShownProgress[] = [];
  let changes = 0;
  const run = new RunUnderWay({ target: "odm", total: 20, onChange: () => void changes++ });
  const { onProgress, pause } = run.optionsFor({
    signal: new AbortController().signal,
    onProgress: (progress) => void shown.push(progress),
  });
  const ends = (done: number) => onProgress?.({ stage: "apply", connection: "odm", done, total: 20 });
  return { run, shown, ends, pause, changes: () => changes };
}

describe("a run that goes on", () => {
  it("shows how far it is, and tells nobody else while it is not held back", () => {
    const { run, shown, ends, changes } = underWay();
    assert.deepEqual([run.target, run.done, run.total, run.paused], ["odm", 0, 20, false]);
    ends(3);
    assert.deepEqual([run.done, run.total, changes()], [3, 20, 0]);
    assert.deepEqual(shown, [{ stage: "apply", connection: "odm", done: 3, total: 20 }]);
  });

  it("says that it is paused, also as what is under way ends, and that it goes on", () => {
    const { run, shown, ends, changes } = underWay();
    run.pause();
    ends(2);
    assert.ok(run.paused);
    assert.equal(changes(), 2);
    run.goOn();
    assert.equal(run.paused, false);
    assert.deepEqual(
      shown.map(({ done, paused }) => [done, paused]),
      [
        [0, true],
        [2, true],
        [2, false],
      ],
    );
  });

  it("lets nothing pass while it is paused, and all of it once it goes on", async () => {
    const { run, pause } = underWay();
    let passed = false;
    await pause?.pass(undefined);
    run.pause();
    const passing = pause?.pass(undefined).then(() => {
      passed = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(passed, false);
    run.goOn();
    await passing;
    assert.equal(passed, true);
  });
});
