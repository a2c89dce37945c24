import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import type { ConfirmQuestion, InputQuestion, Offer, PickQuestion } from "../../../src/editor/ui/ask.ts";
import { tickedChanges } from "../../../src/editor/views/reconciliation/model.ts";
import { describe, it } from "../harness/cases.ts";
import { runningSandbox } from "./support/agave.ts";
import {
  answering,
  configurationFile,
  eventually,
  items,
  labelled,
  read,
  run,
  told,
} from "./support/rollcall.ts";
import { onSandbox } from "./support/sandbox.ts";

const reconciliation = "rollcall.reconciliation";

describe("runs", () => {
  let host: Host;

  onSandbox(async (started) => {
    host = started;
    await vscode.commands.executeCommand(`${reconciliation}.focus`);
  });

  const inHand = () => host.reconciliation.inHand ?? assert.fail("no plan is in hand");
  const plan = () => inHand().planning.plan;
  const session = () => host.sessions.get();
  const newestRun = async () => (await session()).runs({ most: 1 })[0] ?? assert.fail("there is no run");
  const roots = () => items(host, reconciliation);
  const item = (label: string) => eventually(async () => labelled(await roots(), label));
  const writes = () =>
    runningSandbox(host)
      .log()
      .filter(({ platform, method }) => platform === "odm" && method !== "GET").length;
  const makePlan = () => answering(host, [{ id: "planned", answer: undefined }], () => run("reconcile"));
  const pages = () =>
    vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === "rollcall" && uri.path.endsWith(".md"));
  const page = (beginning: string) =>
    eventually(async () => {
      const found = pages().find((document) => document.getText().startsWith(beginning));
      return found?.getText() ?? assert.fail(pages().map(String).join());
    });

  const rewrite = async (change: (text: string) => string) => {
    await writeFile(configurationFile(), change(await readFile(configurationFile(), "utf8")));
    await host.configuration.reload();
  };
  const withLimit = (action: string, limit: number) =>
    rewrite((text) => text.replace(new RegExp(`"${action}": "\\d+%"`), `"${action}": ${limit}`));

  it("says so where there are none to open or to undo", async () => {
    for (const command of ["openReport", "undoRun"]) {
      const { runs, countRuns } = await session();
      const before = { runs, countRuns };
      Object.assign(await session(), { runs: () => [], countRuns: () => 0 });
      const ask = await answering(host, [{ id: "noRun", answer: undefined }], () => run(command));
      Object.assign(await session(), before);
      assert.match(told(ask)[0] ?? "", /^There (are no runs yet|is nothing to undo): /);
    }
  });

  it("are paused between two changes, say how far they are, and go on where they were, whatever becomes of the configuration", async () => {
    await makePlan();
    const [left] = plan().changes.filter(({ action }) => action === "update");
    assert.ok(left);
    host.reconciliation.tick([left.id], false);
    const total = tickedChanges(inHand()).length;
    const before = writes();
    runningSandbox(host).setFaults([{ kind: "latency", platform: "odm", ms: 60 }]);
    const applying = answering(
      host,
      [
        {
          id: "apply",
          answer: ({ detail }: ConfirmQuestion) => {
            assert.match(detail, /^It takes \d+ requests, about .* requests\/s/m);
            assert.match(detail, /^\d+ of these cannot be undone whole:\n\d+ create: .*deactivated\.$/m);
            return true;
          },
        },
        { id: "report", answer: undefined },
      ],
      () => run("apply"),
    );
    await eventually(async () => assert.ok((host.reconciliation.going?.done ?? 0) > 0));
    const busy = await item("Applying to odm");
    await run("pauseRun", busy);
    const paused = await item("Paused");
    assert.match(read(paused), new RegExp(`^Paused \\| odm · \\d+ of ${total}$`));
    const again = await answering(host, [{ id: "busy", answer: undefined }], () => run("checkDrift"));
    assert.match(told(again)[0] ?? "", /at work already/);
    assert.ok(writes() - before < total);
    const atBeginning = await session();
    await rewrite((text) => text.replace('"deactivate": "10%"', '"deactivate": "11%"'));
    assert.ok((await session()) !== atBeginning, "the session is not a new one");
    runningSandbox(host).setFaults([]);
    await run("continueRun", await item("Paused"));
    const [, report] = told(await applying);
    assert.equal(report, `odm: ${total} succeeded. 1 left to do.`);
    assert.equal(writes() - before, total);
    assert.equal(host.reconciliation.going, undefined);
    await eventually(async () => assert.ok(!(await roots()).some(({ node }) => node.noun === "going")));
  });

  it("are listed, the newest first, and each opens its report", async () => {
    const before = await newestRun();
    await answering(
      host,
      [
        { id: "apply", answer: true },
        { id: "report", answer: undefined },
      ],
      () => run("apply"),
    );
    const last = await item("Last run");
    const earlier = await item("Earlier runs");
    assert.equal(read(earlier), "Earlier runs | 1");
    const [first, ...others] = await items(host, reconciliation, earlier);
    assert.equal(others.length, 0);
    assert.match(read(first ?? assert.fail()), new RegExp(` \\| ${before.succeeded} succeeded$`));
    await run("openReport", first);
    const text = await page(`# Run ${before.id}`);
    assert.match(text, /\n\| State \| done \|\n[\s\S]*\n## Left out \\?\(1\\?\)\n/);
    await run("openReport", last);
    assert.match(await page(`# Run ${(await newestRun()).id}`), /\n\| Changes \| 1 of 1 \|\n/);
    const ask = await answering(host, [{ id: "noMoreRuns", answer: undefined }], () => run("showMoreRuns"));
    assert.equal(told(ask)[0], "Every earlier run is listed.");
  });

  it("are taken back by a plan that is reviewed as any, which says what stays, and is over a limit as any", async () => {
    const [newest, wanted] = (await session()).runs();
    const id = wanted?.id ?? assert.fail();
    await withLimit("deactivate", 1);
    const ask = await answering(
      host,
      [
        {
          id: "run",
          answer: ({ title, choices }: PickQuestion) => {
            assert.equal(title, "Undo Run");
            return choices.find(({ detail }) => detail === id)?.id;
          },
        },
        { id: "blocked", answer: undefined },
      ],
      () => run("undoRun"),
    );
    assert.match(
      told(ask)[1] ?? "",
      /^Undo of run \S+: \d+ changes planned for odm\. \d+ changes? cannot be undone whole: .* Nothing of it is applied as it is: \d+ × deactivate is over the limit of 1\.$/,
    );
    assert.equal(plan().undoes, id);
    const lasting = await item("Cannot be undone whole");
    const stays = await items(host, reconciliation, lasting);
    assert.equal(stays.length, plan().lasting?.length);
    assert.match(read(stays[0] ?? assert.fail()), / \| \w+: /);
    assert.match(read((await roots())[0] ?? assert.fail()), /takes back run /);
    assert.equal((await newestRun()).id, newest?.id);
  });

  it("go over a limit only for the plan whose id was typed, and for no plan that is made again", async () => {
    const before = writes();
    assert.ok(plan().blocked.length > 0);
    await answering(host, [], () => run("apply"));
    await answering(host, [{ id: "allowOverLimit", answer: undefined }], () => run("applyOverLimit"));
    assert.equal(writes(), before);
    const changes = plan().changes.length;
    const { id: planId, blocked } = plan();
    const ask = await answering(
      host,
      [
        {
          id: "allowOverLimit",
          answer: ({ title, prompt, validate }: InputQuestion) => {
            assert.equal(title, "Apply Over the Limit");
            for (const { why } of blocked) assert.ok(prompt.includes(why), prompt);
            assert.ok(validate?.("0".repeat(12)));
            return planId.slice(0, 12);
          },
        },
        { id: "report", answer: undefined },
      ],
      () => run("applyOverLimit"),
    );
    const undone = await newestRun();
    assert.deepEqual([undone.allowedOver, undone.changes, undone.state], [true, changes, "done"]);
    assert.match(told(ask)[1] ?? "", /^odm: \d+ succeeded.*\. The policy still asks for \d+ changes\.$/);
    assert.ok(writes() > before);
    const last = await item("Last run");
    assert.match(read(last), / · undo · over a limit · /);
  });

  it("are not taken back twice", async () => {
    const { undoes } = await newestRun();
    const ask = await answering(host, [{ id: "notUndone", answer: undefined }], () =>
      run("undoRun", undoes ?? assert.fail()),
    );
    assert.match(told(ask)[0] ?? "", /^There is nothing to undo: /);
  });

  it("offer to allow a plan that is over a limit where it is made, and the limit where it stands", async () => {
    await withLimit("update", 1);
    const before = writes();
    const ask = await answering(
      host,
      [
        { id: "blocked", answer: ({ actions }: Offer) => actions.at(-1) },
        { id: "allowOverLimit", answer: "not the id" },
      ],
      () => run("reconcile"),
    );
    assert.match(told(ask)[0] ?? "", /^\d+ changes planned for odm\. .* × update is over the limit of 1\./);
    assert.deepEqual((ask.asked[0] as Offer).actions, [
      "Open Configuration",
      "Review All Changes",
      "Apply Over the Limit…",
    ]);
    assert.equal(writes(), before);
    await item("Too many to update");
  });
});
