import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as vscode from "vscode";
import { documentReference } from "../../../src/editor/documents/reference.ts";
import type { Host } from "../../../src/editor/host.ts";
import type { ConfirmQuestion, InputQuestion } from "../../../src/editor/ui/ask.ts";
import { tickedChanges } from "../../../src/editor/views/reconciliation/model.ts";
import { digestPlan } from "../../../src/identity/make-plan.ts";
import type { Plan } from "../../../src/identity/plan.ts";
import { planText } from "../../../src/session/plan-document.ts";
import { after, before, describe, it } from "../harness/cases.ts";
import { runningSandbox } from "./support/agave.ts";
import {
  answering,
  configurationFile,
  eventually,
  items,
  labelled,
  opened,
  read,
  rollcall,
  run,
  told,
  withoutConfiguration,
} from "./support/rollcall.ts";

const reconciliation = "rollcall.reconciliation";

describe("the review of a plan", () => {
  let host: Host;
  let file: string;

  const inHand = () => host.reconciliation.inHand ?? assert.fail("no plan is in hand");
  const plan = () => inHand().planning.plan;
  const groups = () => items(host, reconciliation);
  const writes = () =>
    runningSandbox(host)
      .log()
      .filter(({ platform, method }) => platform === "odm" && method !== "GET").length;
  const makePlan = () => answering(host, [{ id: "planned", answer: undefined }], () => run("reconcile"));
  const diagnostics = (uri: vscode.Uri) =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Rollcall");
  const open = async (text: string) => {
    writeFileSync(file, text);
    const editor = await vscode.window.showTextDocument(vscode.Uri.file(file));
    await eventually(async () => assert.ok(editor.document.getText() === text, "it is not read again yet"));
    return editor;
  };

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
    await run("startSandbox");
    await vscode.commands.executeCommand(`${reconciliation}.focus`);
    await makePlan();
    file = join(dirname(configurationFile()), "review.plan.json");
  });

  after(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    rmSync(file, { force: true });
    await run("stopSandbox");
    await withoutConfiguration(host);
  });

  it("filters the plan, says so, and lets checkboxes act on what is shown", async () => {
    const all = plan().changes.length;
    const creations = plan().changes.filter(({ action }) => action === "create").length;
    await answering(
      host,
      [
        {
          id: "filterPlan",
          answer: ({ validate }: InputQuestion) => {
            assert.match(validate?.("actoin pr")?.message ?? "", /^Column 1: .*Did you mean action\?$/);
            assert.equal(validate?.(""), undefined);
            return 'action eq "create"';
          },
        },
      ],
      () => run("filterPlan"),
    );
    assert.equal(
      host.views.get(reconciliation)?.view.description,
      `${creations} of ${all} · action eq "create"`,
    );
    const shown = await eventually(async () => {
      const found = await groups();
      labelled(found, "Create");
      assert.ok(!found.some(({ node }) => node.label === "Update" || node.label === "Disputes"));
      return found;
    });
    await run("leaveOutChange", labelled(shown, "Create"));
    assert.equal(tickedChanges(inHand()).length, all - creations);
    const ask = await answering(host, [{ id: "apply", answer: false }], () => run("apply"));
    const detail = (ask.asked[0] as ConfirmQuestion).detail;
    assert.match(
      detail,
      new RegExp(`^${all - creations} of them are not shown: the filter hides them\\.$`, "m"),
    );
    await run("includeChange", labelled(await groups(), "Create"));
    await run("clearPlanFilter");
    assert.equal(host.views.get(reconciliation)?.view.description, undefined);
    assert.equal(tickedChanges(inHand()).length, all);
  });

  it("ticks with a change what it requires, and leaves out what the policy asks about", async () => {
    const { planning } = inHand();
    const [first, second, third, ...rest] = planning.plan.changes;
    assert.ok(first && second && third);
    const changes = [first, { ...second, requires: [first.id] }, { ...third, ask: true as const }, ...rest];
    host.reconciliation.take({ ...planning, plan: { ...planning.plan, changes } });
    const ticked = () => new Set(tickedChanges(inHand()).map(({ id }) => id));
    assert.ok(!ticked().has(third.id) && ticked().has(second.id));
    host.reconciliation.tick([first.id], false);
    assert.ok(!ticked().has(second.id));
    host.reconciliation.tick([second.id], true);
    assert.ok(ticked().has(first.id));
    const notes = await eventually(async () => {
      const found = (
        await Promise.all((await groups()).map((group) => items(host, reconciliation, group)))
      ).flat();
      const note = (id: string) =>
        read(found.find(({ node }) => node.id.endsWith(`/${id}`)) ?? assert.fail(id));
      assert.match(note(third.id), / · asks$/);
      return note(second.id);
    });
    assert.match(notes, / · needs \w+/);
    host.reconciliation.take(planning);
  });

  it("opens a person's page as a preview", async () => {
    const person = plan().changes.find(({ target }) => target.id !== null)?.target.id ?? assert.fail();
    await answering(host, [{ id: "person", answer: person }], () => run("openPerson"));
    await eventually(async () => {
      const labels = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
      assert.ok(
        labels.some((label) => /^Preview .*\.md$/.test(label)),
        labels.join(),
      );
    });
    await eventually(async () => {
      const page = vscode.workspace.textDocuments.find(
        ({ uri }) => uri.scheme === "rollcall" && documentReference(uri).kind === "person",
      );
      assert.match(
        page?.getText() ?? "",
        /^# .*\n[\s\S]*## Accounts[\s\S]*## What the plan changes[\s\S]*## History/,
      );
    });
    await answering(
      host,
      [
        { id: "person", answer: "nobody@example.org" },
        { id: "nobody", answer: undefined },
      ],
      () => run("openPerson"),
    );
  });

  it("saves the plan with the bytes of the command line, as a plan file with outline, hover and lenses", async () => {
    await answering(host, [{ id: "savePlan", answer: file }], () => run("savePlan"));
    assert.equal(readFileSync(file, "utf8"), planText(plan()));
    const document = await opened(/^\{\n {2}"version": 1,/);
    assert.equal(document.languageId, "rollcall-plan");
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    const creations = plan().changes.filter(({ action }) => action === "create");
    const outline = symbols.find(({ name }) => name === "Create")?.children.map(({ name }) => name);
    assert.deepEqual(outline?.toSorted(), creations.map(({ person }) => person).toSorted());
    const position = document.positionAt(document.getText().indexOf('"person"'));
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      position,
    );
    const said = hover?.contents[0];
    assert.match(said instanceof vscode.MarkdownString ? said.value : "", /^\*\*\w/);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      document.uri,
      5,
    );
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      ["rollcall.openPlan", "rollcall.applyPlan"],
    );
    assert.equal(diagnostics(document.uri).length, 0);
  });

  it("marks a plan file that is no plan, was edited, or is for another target, and where", async () => {
    const sample = plan();
    const other: Plan = { ...sample, target: { connection: "odm", url: "https://elsewhere.example.org" } };
    const cases: readonly (readonly [string, string, RegExp])[] = [
      ["{ broken", "notJson", /^\{/],
      [planText(sample).replace('"version": 1', '"version": 9'), "otherVersion", /^9$/],
      [planText({ ...sample, changes: sample.changes.slice(1) }), "edited", /^"[0-9a-f]+"$/],
      [planText({ ...other, id: digestPlan(other) }), "otherTarget", /^\{[\s\S]*elsewhere/],
    ];
    for (const [text, code, place] of cases) {
      const { document } = await open(text);
      const found = await eventually(async () => {
        const [only, ...others] = diagnostics(document.uri);
        assert.equal(others.length, 0);
        assert.equal(only?.code, code);
        return only ?? assert.fail();
      });
      assert.match(document.getText(found.range), place);
    }
  });

  it("takes a plan that was edited in hand for review, and applies nothing of it", async () => {
    const sample = plan();
    await open(planText({ ...sample, changes: sample.changes.slice(1) }));
    const before = writes();
    const ask = await answering(host, [{ id: "planFileProblem", answer: undefined }], () =>
      run("applyPlan", vscode.Uri.file(file)),
    );
    assert.match(told(ask)[0] ?? "", /would not be applied\. The plan was edited/);
    assert.equal(inHand().file, vscode.Uri.file(file).fsPath);
    assert.equal(writes(), before);
    const [first] = plan().changes.filter(({ target }) => target.id !== null);
    host.reconciliation.take({ plan: sample, judgements: [] }, file);
    const node = (await eventually(groups)).find(({ node }) => node.subject?.kind === "changeGroup");
    assert.ok(first && node);
    const [row] = await items(host, reconciliation, node);
    await run("showChange", row);
    await eventually(async () => assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab?.input));
  });

  it("applies a plan file to a production connection only where its name is typed, and marks it as applied", async () => {
    await makePlan();
    const changes = plan().changes.length;
    const { connections } = (await host.sessions.get()).configuration;
    const odm = connections.odm ?? assert.fail("there is no odm");
    Object.assign(connections, { odm: { ...odm, production: true } });
    const { document } = await open(planText(plan()));
    const before = writes();
    await answering(host, [{ id: "applyProduction", answer: undefined }], () =>
      run("applyPlan", document.uri),
    );
    assert.equal(writes(), before);
    await answering(
      host,
      [
        {
          id: "applyProduction",
          answer: ({ validate, prompt }: InputQuestion) => {
            assert.match(prompt, new RegExp(`type its name to apply ${changes} changes\\.$`));
            assert.ok(validate?.("ODM"));
            return "odm";
          },
        },
        { id: "report", answer: undefined },
      ],
      () => run("applyPlan", document.uri),
    );
    Object.assign(connections, { odm });
    assert.equal(writes(), before + changes);
    await eventually(async () =>
      assert.deepEqual(
        diagnostics(document.uri).map(({ code }) => code),
        ["applied"],
      ),
    );
  });
});
