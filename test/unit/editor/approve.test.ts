import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Host } from "../../../src/editor/host.ts";
import { approve } from "../../../src/editor/operations/approve.ts";
import type { ConfirmQuestion, InputQuestion } from "../../../src/editor/ui/ask.ts";
import type { Change } from "../../../src/identity/plan.ts";
import type { Estimate } from "../../../src/reconcile/pace.ts";
import { change, plan } from "../cli/samples.ts";

const changes = [
  change({ id: "1", undo: { possible: "none", why: "externalId cannot be cleared again." } }),
  change({ id: "2", action: "deactivate", undo: { possible: "all" } }),
  change({ id: "3", action: "deactivate" }),
];
const approval = {
  title: "Apply Ticked Changes",
  plan: plan({ target: { connection: "odm", url: "https://odm.example.org" } }),
  changes,
  leftOut: 4,
  notShown: 2,
};

/** The same for a plan that is over two limits. */
const over = {
  ...approval,
  title: "Apply Over the Limit",
  plan: plan({
    ...approval.plan,
    blocked: [
      { action: "update", planned: 1, allowed: 0, why: "1 × update is over the limit of 0." },
      { action: "deactivate", planned: 2, allowed: 1, why: "2 × deactivate is over the limit of 1." },
    ],
  }),
};
const id = over.plan.id.slice(0, 12);

/** A host whose questions are answered as given, one after the other, and what was asked. */
function asked(production: boolean, ...answers: readonly (string | boolean | undefined)[]) {
  const questions: (ConfirmQuestion | InputQuestion)[] = [];
  const reply = async (question: ConfirmQuestion | InputQuestion) => {
    questions.push(question);
    return answers[questions.length - 1];
  };
  const session = {
    configuration: { connections: { odm: { production } } },
    estimate: async (estimated: readonly Change[]): Promise<Estimate> => ({
      requests: estimated.length * 2,
      seconds: 3,
      perSecond: 2,
      limited: [],
    }),
  };
  const host = {
    sessions: { get: async () => session },
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
      "",
      "1 of these cannot be undone whole:",
      "1 update: externalId cannot be cleared again.",
      "",
      "It takes 6 requests, about 3 s at 2.0 requests/s.",
      "odm is https://odm.example.org.",
      "",
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

  it("wants the beginning of the id of a plan over its limits typed, with each of them, and nothing more", async () => {
    const { host, questions } = asked(false, id);
    assert.equal(await approve(host, over), true);
    const [question, ...others] = questions as InputQuestion[];
    assert.equal(others.length, 0);
    assert.equal(question?.id, "allowOverLimit");
    assert.equal(question?.title, "Apply Over the Limit");
    const said = question?.prompt ?? "";
    for (const { why } of over.plan.blocked) assert.ok(said.includes(why), said);
    assert.match(
      said,
      /^1 × update is over .* Update 1, deactivate 2\. .* 1 of these cannot be undone whole: .*It takes 6 requests, /,
    );
    for (const wrong of ["", "odm", "yes", id.slice(0, 8), over.plan.id, "0".repeat(12)])
      assert.match(question?.validate?.(wrong)?.message ?? "", new RegExp(`Type ${id}`), wrong);
    assert.equal(question?.validate?.(id), undefined);
    for (const answer of [undefined, "", "0".repeat(12)])
      assert.equal(await approve(asked(false, answer).host, over), false, answer);
  });

  it("wants the name of a production connection as well where a plan is over its limits", async () => {
    const { host, questions } = asked(true, id, "odm");
    assert.equal(await approve(host, over), true);
    assert.deepEqual(
      questions.map((question) => question.id),
      ["allowOverLimit", "applyProduction"],
    );
    const [, second] = questions as InputQuestion[];
    assert.equal(second?.prompt, "odm is marked as production: type its name to apply 3 changes.");
    assert.equal(await approve(asked(true, id, undefined).host, over), false);
    const refused = asked(true, undefined, "odm");
    assert.equal(await approve(refused.host, over), false);
    assert.equal(refused.questions.length, 1);
  });
});
