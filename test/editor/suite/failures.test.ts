import assert from "node:assert/strict";
import type { Host } from "../../../src/editor/host.ts";
import { describe, it } from "../harness/cases.ts";
import { answering, eventually, items, labelled, opened, read, run } from "./support/rollcall.ts";
import { onSandbox } from "./support/sandbox.ts";

const users = "rollcall.users";
const reconciliation = "rollcall.reconciliation";

describe("what goes wrong", () => {
  let host: Host;

  onSandbox(async (started) => {
    host = started;
    await items(host, users, (await items(host, users))[0]);
  });

  it(
    "is an item in its place, above what was there before, and Retry puts it right",
    async () => {
      const [odm] = await items(host, users);
      const before = await items(host, users, odm);
      host.sandbox.running?.setFaults([{ kind: "serverError", platform: "odm" }]);
      await run("refresh", odm);
      const [failure, ...kept] = await items(host, users, odm);
      assert.ok(failure);
      assert.equal(read(failure), "odm is unavailable | Select to retry");
      assert.equal(failure.node.command?.id, "rollcall.retry");
      assert.deepEqual(kept, before);
      host.sandbox.running?.setFaults([]);
      await run("retry", failure);
      assert.deepEqual(await items(host, users, odm), before);
    },
    { timeoutMilliseconds: 120_000 },
  );

  it("offers a sign-in where the server refuses the token", async () => {
    const [odm] = await items(host, users);
    host.sandbox.running?.setFaults([{ kind: "unauthorised", platform: "odm" }]);
    await run("refresh", odm);
    const failure = labelled(await items(host, users, odm), "odm needs a sign-in");
    assert.deepEqual(failure.node.flags, ["signIn"]);
    host.sandbox.running?.setFaults([]);
    const token = host.sandbox.running?.endpoints.odm.token;
    const ask = await answering(host, [{ id: "token", answer: token }], () => run("signIn", failure));
    assert.ok(ask.asked.every((question) => "secret" in question && question.secret));
    assert.match(read(labelled(await items(host, users), "odm")), /\d+ of \d+/);
    assert.ok((await items(host, users, odm)).every(({ node }) => node.noun !== "failure"));
  });

  it("shows all that is known as a text", async () => {
    const [odm] = await items(host, users);
    host.sandbox.running?.setFaults([{ kind: "forbidden", platform: "odm" }]);
    await run("refresh", odm);
    const [failure] = await items(host, users, odm);
    await run("showDetails", failure);
    const details = await opened(/^odm does not allow this\n/);
    assert.match(details.getText(), /\nstatus +403\n/);
    host.sandbox.running?.setFaults([]);
    await run("retry", failure);
  });

  it("leaves the plan alone where a source cannot be read, and says so in the view", async () => {
    host.sandbox.running?.setFaults([{ kind: "forbidden", platform: "astakos" }]);
    await answering(host, [], () => run("reconcile"));
    const failure = await eventually(async () =>
      labelled(await items(host, reconciliation), "okeanos does not allow this"),
    );
    host.sandbox.running?.setFaults([]);
    await answering(host, [{ id: "planned", answer: undefined }], () => run("retry", failure));
    await eventually(async () => labelled(await items(host, reconciliation), "Disputes"));
  });

  it("tells how much has drifted, and writes nothing for it", async () => {
    const writes = () => host.sandbox.running?.log().filter(({ method }) => method === "PATCH").length;
    const before = writes();
    const ask = await answering(host, [{ id: "drift", answer: undefined }], () => run("checkDrift"));
    const [told] = ask.asked;
    assert.ok(told && "message" in told);
    assert.match(told.message, /^odm has drifted: \d+ changes to make\.$/);
    assert.equal(writes(), before);
  });

  it("applies nothing where the question is answered with no", async () => {
    const requests = () => host.sandbox.running?.log().filter(({ method }) => method !== "GET").length;
    const before = requests();
    await answering(host, [{ id: "apply", answer: false }], () => run("apply"));
    assert.equal(requests(), before);
  });

  it("stops a run after too many failures, and resumes it where it stopped", async () => {
    host.sandbox.running?.setFaults([{ kind: "forbidden", platform: "odm", method: "PATCH" }]);
    const ask = await answering(
      host,
      [
        { id: "apply", answer: true },
        {
          id: "report",
          answer: (offer: { actions: readonly string[] }) => {
            host.sandbox.running?.setFaults([]);
            return offer.actions[0];
          },
        },
        { id: "report", answer: undefined },
      ],
      () => run("apply"),
    );
    const [, stopped, ended] = ask.asked;
    assert.ok(stopped && "message" in stopped && ended && "message" in ended);
    assert.match(stopped.message, /\d+ failed.*not finished/);
    assert.deepEqual((await host.sessions.get()).runs()[0]?.state, "done");

    const again = await answering(host, [{ id: "inStep", answer: undefined }], () => run("reconcile"));
    const [inStep] = again.asked;
    assert.ok(inStep && "message" in inStep);
    assert.match(inStep.message, /^odm is in step\..* \d+ disputes? to settle\.$/);
  });
});
