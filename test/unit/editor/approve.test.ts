import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Host } from "../../../src/editor/host.ts";
import { approve } from "../../../src/editor/operations/approve.ts";
import type { ConfirmQuestion, InputQuestion } from "../../../src/editor/ui/ask.ts";
import { change } from "../cli/samples.ts";

const changes = [
  change({ id: "1" }),
  change({ id: "2", action: "deactivate" }),
  change({ id: "3", action: "deactivate" }),
];
const approval = {
  title: "Apply Ticked Changes",
  target: { connection: "odm", url: "https://odm.example.org" },
  changes,
  leftOut: 4,
  notShown: 2,
};

/** A host whose questions are answered as given, and what was asked. */
function asked(production: boolean, answer: string | boolean | undefined) {
  const questions: (ConfirmQuestion | InputQuestion)[] = [];
  const reply = async (question: ConfirmQuestion | InputQuestion) => {
    questions.push(question);
    return answer;
  };
  const host = {
    sessions: { get: async () => ({ configuration: { connections: { odm: { production } } } }) },
    ask: { confirm: reply, input: reply },
  } as unknown as Host;
  return { host, questions };
}

describe("the one question before changes are applied", () => {
  it("gives the counts, what is left out and not shown, and the connection", async () => {
    const { host, questions } = asked(false, true);
    assert.equal(await approve(host, approval), true);
    const [question, ...others] = questions as ConfirmQuestion[];
    assert.equal(others.length, 0);
    assert.equal(question?.id, "apply");
    assert.equal(question?.message, "Apply 3 changes to odm?");
    assert.equal(question?.action, "Apply 3 Changes");
    assert.deepEqual(question?.detail.split("\n"), [
      "Update 1, deactivate 2.",
      "2 of them are not shown: the filter hides them.",
      "4 changes left out.",
      "odm is https://odm.example.org.",
      "What has changed there since the plan was made is skipped.",
    ]);
    assert.equal(await approve(asked(false, false).host, approval), false);
  });

  it("wants the name of a production connection typed exactly, with the counts in the prompt", async () => {
    const { host, questions } = asked(true, "odm");
    assert.equal(await approve(host, approval), true);
    const [question, ...others] = questions as InputQuestion[];
    assert.equal(others.length, 0);
    assert.equal(question?.id, "applyProduction");
    assert.match(question?.prompt ?? "", /^Update 1, deactivate 2\. .*type its name to apply 3 changes\.$/);
    for (const wrong of ["", "yes", "ODM", " odm", "odm2"])
      assert.match(question?.validate?.(wrong)?.message ?? "", /Type odm/, wrong);
    assert.equal(question?.validate?.("odm"), undefined);
    for (const answer of [undefined, "ODM", ""])
      assert.equal(await approve(asked(true, answer).host, approval), false, answer);
  });
});
