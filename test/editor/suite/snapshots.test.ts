import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import { tickedChanges } from "../../../src/editor/views/reconciliation/model.ts";
import { readSnapshot } from "../../../src/session/snapshot/file.ts";
import { describe, it } from "../harness/cases.ts";
import { runningSandbox } from "./support/agave.ts";
import {
  answering,
  configurationFile,
  eventually,
  items,
  opened,
  read,
  run,
  told,
} from "./support/rollcall.ts";
import { onSandbox } from "./support/sandbox.ts";

const reconciliation = "rollcall.reconciliation";

describe("snapshots", () => {
  let host: Host;
  let folder: string;
  const monday = () => join(folder, "monday.snapshot.json.gz");
  const tuesday = () => join(folder, "tuesday.snapshot.json");

  onSandbox(async (started) => {
    host = started;
    folder = mkdtempSync(join(tmpdir(), "rollcall-snapshots-"));
    await vscode.commands.executeCommand(`${reconciliation}.focus`);
    return () => rmSync(folder, { recursive: true, force: true });
  });

  const inHand = () => host.reconciliation.inHand ?? assert.fail("no plan is in hand");
  const plan = () => inHand().planning.plan;
  /** Requests for accounts. Other views may follow their jobs meanwhile. */
  const reads = () =>
    runningSandbox(host)
      .log()
      .filter(({ platform, path }) => platform === "astakos" || path.includes("/profiles")).length;
  const makePlan = () => answering(host, [{ id: "planned", answer: undefined }], () => run("reconcile"));
  const save = (path: string) =>
    answering(
      host,
      [
        { id: "snapshot", answer: path },
        { id: "snapshotSaved", answer: undefined },
      ],
      () => run("saveSnapshot"),
    );
  const compare = (before: string, after: string) =>
    answering(
      host,
      [
        { id: "before", answer: before },
        { id: "after", answer: after },
      ],
      () => run("compareSnapshots"),
    );
  const problemOf = async (path: string) => {
    const script = [
      { id: "snapshot", answer: path },
      { id: "problem", answer: undefined },
    ];
    return told(await answering(host, script, () => run("planFromSnapshot")))[1] ?? "";
  };

  it("keep what was read where no plan is in hand, and else what the plan was made from", async () => {
    const before = reads();
    const saved = await save(monday());
    assert.match(told(saved)[1] ?? "", /^What was read at \S+ is kept in monday\.snapshot\.json\.gz\.$/);
    assert.ok(reads() > before);
    await makePlan();
    const planned = reads();
    await save(tuesday());
    assert.equal(reads(), planned);
    const { world } = await readSnapshot(tuesday());
    assert.equal(world.target.accounts.length, inHand().planning.world?.target.accounts.length);
  });

  it("give the same plan again without any server, which is to look at and not to apply", async () => {
    const { changes } = plan();
    const before = reads();
    await answering(host, [{ id: "snapshot", answer: tuesday() }], () => run("planFromSnapshot"));
    assert.equal(reads(), before);
    assert.deepEqual(
      plan().changes.map(({ id }) => id),
      changes.map(({ id }) => id),
    );
    await eventually(async () => {
      const [summary] = await items(host, reconciliation);
      assert.match(
        read(summary ?? assert.fail()),
        / changes planned \| odm · from a snapshot of .*, not applied$/,
      );
    });
    await answering(host, [], () => run("apply"));
    await answering(host, [], () => run("applyOverLimit"));
    assert.ok(tickedChanges(inHand()).length > 0 && plan().snapshot !== undefined);
  });

  it("show nothing where nothing was changed between them, and who was", async () => {
    await compare(monday(), tuesday());
    assert.match((await opened(/^From /)).getText(), /\nodm: 0 joined, 0 left, 0 changed\n/);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await makePlan();
    await answering(
      host,
      [
        { id: "apply", answer: true },
        { id: "report", answer: undefined },
      ],
      () => run("apply"),
    );
    await save(tuesday());
    await compare(monday(), tuesday());
    const text = (await opened(/\nodm: [1-9]\d* joined, 0 left, [1-9]\d* changed\n/)).getText();
    assert.match(text, /\n {2}~ .*\n {6}\w+: .* → /);
    assert.match(text, /\nokeanos: 0 joined, 0 left, 0 changed\n/);
  });

  it("are refused where they are none or were edited, with the reason", async () => {
    const text = join(folder, "text.snapshot.json");
    writeFileSync(text, "{ this is none");
    assert.match(await problemOf(text), /text\.snapshot\.json/);
    assert.match(await problemOf(join(folder, "missing.json")), /missing\.json/);
    const snapshot = await readSnapshot(monday());
    writeFileSync(text, JSON.stringify({ ...snapshot, takenAt: "2020-01-01", digest: "0".repeat(64) }));
    assert.match(await problemOf(text), /was edited or cut short/);
  });

  it("show what a policy that is not saved yet would change, and leave the plan in hand as it is", async () => {
    await answering(host, [{ id: "snapshot", answer: monday() }], () => run("planFromSnapshot"));
    const before = plan().id;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(configurationFile()));
    const replace = async (from: string, to: string) => {
      const editor = await vscode.window.showTextDocument(document);
      const at = document.getText().indexOf(from);
      const range = new vscode.Range(document.positionAt(at), document.positionAt(at + from.length));
      assert.ok(at >= 0 && (await editor.edit((edit) => edit.replace(range, to))));
    };
    const creations = plan().changes.filter(({ action }) => action === "create").length;
    await replace('"absent": "create"', '"absent": "report"');
    const reading = reads();
    await run("previewPolicy");
    const tried = new RegExp(
      `^Tried on what plan [\\s\\S]*: 0 added, ${creations} gone, \\d+ as before\\.\n`,
    );
    const text = (await opened(tried)).getText();
    assert.match(text, /\nGone\n- Create /);
    assert.equal(reads(), reading);
    assert.equal(plan().id, before);

    await replace('"absent": "report"', '"absent": "sing"');
    const ask = await answering(host, [{ id: "unusable", answer: undefined }], () => run("previewPolicy"));
    assert.match(told(ask)[0] ?? "", /^The configuration cannot be tried\. Line \d+: /);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });
});
