import assert from "node:assert/strict";
import { join } from "node:path";
import * as vscode from "vscode";
import {
  back,
  type DraftQuestion,
  type InputQuestion,
  type PickQuestion,
} from "../../../src/editor/ui/ask.ts";
import { describe, it } from "../harness/cases.ts";
import { withApps } from "./support/apps.ts";
import { answering, eventually, opened, read, run, told } from "./support/rollcall.ts";

describe("apps that are registered, edited, published, cloned, disabled and deleted", () => {
  const {
    app,
    below,
    beside,
    described,
    fileWith,
    folder,
    host,
    names,
    question,
    refresh,
    register,
    sandbox,
    selected,
    sent,
  } = withApps();

  it("are registered from a JSON file after one question that shows it, and the new one is selected", async () => {
    const path = await fileWith(JSON.stringify(described()));
    const ask = await register(path, { id: "register", answer: true });
    const { message, detail } = question(ask, "register");
    assert.match(message, /^Register the app tally-1\.0 of tacc at http/);
    assert.match(detail, /"deploymentPath": "apps\/tally-1\.0"/);
    assert.equal((await selected()).node.label, "tally 1.0");
    assert.equal(read(await app("tally")), "tally 1.0 | private · imaging.vm");
  });

  it("say that they are registered where the filter hides them, and show them when it is cleared", async () => {
    await answering(host(), [{ id: "filter", answer: "public=true" }], () => run("filterApps"));
    const ask = await register(
      await fileWith(JSON.stringify(described())),
      { id: "register", answer: true },
      { id: "registered", answer: "Clear Filter" },
    );
    assert.equal(told(ask).at(-1), "tally-1.0 is registered on tacc. The filter of the apps hides it.");
    await eventually(async () => assert.equal((await selected()).node.label, "tally 1.0"));
    assert.equal(host().resources.apps.filter, undefined);
  });

  it("are not registered from what is no JSON or lacks something, which is told with the file", async () => {
    const before = sent("POST").length;
    const broken = await register(await fileWith('{\n  "name" "x"\n}'), { id: "problem", answer: undefined });
    assert.match(told(broken).at(-1) ?? "", /app\.json: Line 2 is not JSON/);
    const short = await register(await fileWith('{ "name": "x" }'), { id: "problem", answer: undefined });
    assert.match(told(short).at(-1) ?? "", /app\.json: Still needed: version, executionSystem, /);
    const none = await register(join(folder(), "none.json"), { id: "problem", answer: undefined });
    assert.match(told(none).at(-1) ?? "", /none\.json/);
    assert.equal(sent("POST").length, before);
  });

  it("are not registered where the server refuses it, which is told in its words, and nothing that was written is lost", async () => {
    const path = await fileWith(JSON.stringify(described({ name: "lost", executionSystem: "nowhere" })));
    const left = await register(path, { id: "register", answer: true }, { id: "refused", answer: undefined });
    assert.match(
      told(left).at(-1) ?? "",
      /^lost-1\.0 was not registered\. .*No execution system found matching nowhere/,
    );
    assert.ok(!(await names()).some((name) => name.startsWith("lost")));
    await register(
      path,
      { id: "register", answer: true },
      { id: "refused", answer: "Change and Register Again…" },
      {
        id: "description",
        answer: ({ text }: DraftQuestion) => {
          assert.match(text, /"name": "lost"/);
          return text.replace("nowhere", "imaging.vm");
        },
      },
      { id: "register", answer: true },
    );
    assert.equal((await selected()).node.label, "lost 1.0");
    await answering(host(), [{ id: "delete", answer: true }], async () =>
      run("deleteApp", await app("lost")),
    );
  });

  it("are replaced by one of the same name only after a question that shows what would change", async () => {
    const path = await fileWith(JSON.stringify(described({ label: "Tallied", tags: ["text"] })));
    const kept = await register(path, { id: "register", answer: false });
    const { message, detail, action } = question(kept, "register");
    assert.match(message, /^Replace the app tally-1\.0 of tacc/);
    assert.equal(action, "Replace");
    assert.match(detail, /^label: "Tally" → "Tallied"\ntags: not set → \["text"\]/m);
    assert.equal(read(await app("tally")), "tally 1.0 | private · imaging.vm");
    await register(path, { id: "register", answer: true });
    assert.equal(read(await app("tally")), "tally 1.0 | Tallied · private · imaging.vm");
  });

  it("are updated as JSON, whose save the view follows; public ones say why not", async () => {
    await run("updateApp", await app("tally"));
    const document = await opened(/"Tallied"/);
    assert.equal(document.uri.scheme, "rollcall-edit");
    for (const field of ['"uuid"', '"revision"', '"_links"'])
      assert.ok(!document.getText().includes(field), field);
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf("Tallied"));
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, "Tallied".length)), "Λογαριάζω");
    await vscode.workspace.applyEdit(edit);
    assert.ok(await document.save());
    assert.equal(read(await app("tally")), "tally 1.0 | Λογαριάζω · private · imaging.vm");
    const refused = await answering(host(), [{ id: "none", answer: undefined }], async () =>
      run("updateApp", await app("segment 2.1.0 u2")),
    );
    assert.match(told(refused)[0] ?? "", /^Public apps cannot be changed\. Clone it/);
    const edited = await answering(host(), [{ id: "problem", answer: undefined }], async () =>
      run("edit", await app("segment 2.1.0 u2")),
    );
    assert.match(told(edited)[0] ?? "", /^Public apps cannot be changed\. Clone it/);
    await run("edit", await app("tally"));
    await opened(/"Λογαριάζω"/);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("are published as a public copy after questions and one that says what it means", async () => {
    const ask = await answering(
      host(),
      [
        {
          id: "name",
          answer: ({ validate, value }: InputQuestion) => {
            assert.equal(value, "tally");
            assert.ok(validate?.("no spaces"));
            return "tally-public";
          },
        },
        {
          id: "version",
          answer: ({ validate }: InputQuestion) => {
            assert.match(validate?.("1.0b")?.message ?? "", /1\.0\.2/);
            return back;
          },
        },
        {
          id: "name",
          answer: ({ value }: InputQuestion) => {
            assert.equal(value, "tally-public", "what was typed is kept");
            return value;
          },
        },
        { id: "version", answer: "1.1" },
        {
          id: "executionSystem",
          answer: ({ choices }: PickQuestion) => {
            assert.match(choices[0]?.description ?? "", /as it is now$/);
            return choices[0]?.id;
          },
        },
        { id: "publish", answer: true },
      ],
      async () => run("publishApp", await app("tally")),
    );
    const { message, detail } = question(ask, "publish");
    assert.equal(message, "Publish tally 1.0 of tacc?");
    assert.match(
      detail,
      /everybody can see and run it.*\n\nname: tally-public\nversion: 1\.1\nexecution system: imaging\.vm\n\n/,
    );
    assert.equal((await selected()).node.label, "tally-public 1.1 u1");
    assert.match(read(await app("tally-public")), /public · imaging\.vm$/);
    assert.ok(await app("tally 1.0"));
  });

  it("are not published on a system that one may not publish on, which is told in the server's words", async () => {
    const ask = await answering(
      host(),
      [
        { id: "name", answer: "tally" },
        { id: "version", answer: "1.0" },
        { id: "executionSystem", answer: "lonestar.sandbox.hpc" },
        { id: "publish", answer: true },
        { id: "problem", answer: undefined },
      ],
      async () => run("publishApp", await app("tally 1.0")),
    );
    assert.match(told(ask).at(-1) ?? "", /not a publisher of the system lonestar\.sandbox\.hpc/);
  });

  it("are cloned; a public one with its files to where the person says", async () => {
    await answering(
      host(),
      [
        { id: "name", answer: "tally-copy" },
        { id: "version", answer: "1.0" },
        { id: "clone", answer: true },
      ],
      async () => run("cloneApp", await app("tally 1.0")),
    );
    assert.equal((await selected()).node.label, "tally-copy 1.0");
    const ask = await answering(
      host(),
      [
        { id: "name", answer: "segment-mine" },
        { id: "version", answer: "2.1.0" },
        { id: "executionSystem", answer: "imaging.vm" },
        { id: "deploymentSystem", answer: "imaging.storage" },
        { id: "deploymentPath", answer: "apps/segment-mine" },
        { id: "clone", answer: true },
      ],
      async () => run("cloneApp", await app("segment 2.1.0 u2")),
    );
    assert.deepEqual(question(ask, "deploymentPath").step, { title: "Clone App", step: 5, of: 5 });
    assert.equal(read(await app("segment-mine")), "segment-mine 2.1.0 | Segmentation · private · imaging.vm");
    const facts = (await below("segment-mine", "Deployment")).map(read);
    assert.ok(facts.includes("deployment path | apps/segment-mine"), facts.join("\n"));
  });

  it("are disabled after one question, stay in sight as such, and cannot be run meanwhile", async () => {
    const copy = await app("tally-copy");
    const ask = await answering(host(), [{ id: "disable", answer: true }], () => run("disableApp", copy));
    assert.equal(told(ask)[0], "Disable tally-copy 1.0 of tacc?");
    const disabled = await app("tally-copy");
    assert.match(read(disabled), /private · disabled · imaging\.vm$/);
    assert.equal(disabled.node.icon?.id, "circle-slash");
    for (const [command, reason] of [
      ["disableApp", /disabled already/],
      ["submitJob", /disabled, so no job of it can be submitted/],
      ["publishApp", /Only private apps that are enabled/],
    ] as const) {
      const refused = await answering(host(), [{ id: "none", answer: undefined }], () =>
        run(command, disabled),
      );
      assert.match(told(refused)[0] ?? "", reason);
    }
  });

  it("that are disabled are enabled from where they stand, by a filter, or from the palette", async () => {
    await answering(host(), [{ id: "enable", answer: true }], async () =>
      run("enableApp", await app("tally-copy")),
    );
    assert.match(read(await app("tally-copy")), /private · imaging\.vm$/);
    const already = await answering(host(), [{ id: "none", answer: undefined }], async () =>
      run("enableApp", await app("tally-copy")),
    );
    assert.match(told(already)[0] ?? "", /enabled already/);
    await answering(host(), [{ id: "disable", answer: true }], async () =>
      run("disableApp", await app("tally-copy")),
    );
    await refresh();
    assert.ok(!(await names()).includes("tally-copy 1.0"));
    await answering(host(), [{ id: "filter", answer: "available=false" }], () => run("filterApps"));
    assert.deepEqual((await names()).toSorted(), ["register 1.2 u1", "tally-copy 1.0"]);
    await run("clearAppsFilter");
    await answering(
      host(),
      [
        { id: "resource", answer: "tally-copy-1.0" },
        { id: "enable", answer: true },
      ],
      () => run("enableApp"),
    );
    assert.match(read(await app("tally-copy")), /private · imaging\.vm$/);
  });

  it("are deleted several at once after one question, and what failed is told and stays", async () => {
    const chosen = await Promise.all(["tally-copy", "tally-public", "segment-mine"].map(app));
    sandbox().setFaults([{ kind: "forbidden", platform: "agave", method: "DELETE", after: 1, times: 1 }]);
    const ask = await answering(
      host(),
      [
        { id: "delete", answer: true },
        { id: "partly", answer: "Show Details" },
      ],
      () => run("deleteApp", chosen[0], chosen),
    );
    const { message, detail, action } = question(ask, "delete");
    assert.equal(message, "Delete 3 apps of tacc?");
    assert.equal(action, "Delete 3");
    assert.match(
      detail,
      /^tally-copy-1\.0, private\ntally-public-1\.1u1, public\nsegment-mine-2\.1\.0, private\n/,
    );
    assert.match(detail, /cannot be undone[\s\S]*only taken out of use/);
    assert.match(told(ask).at(-1) ?? "", /^2 apps deleted\. 1 failed: tally-public 1\.1 u1: /);
    await opened(/2 apps deleted/);
    const left = await names();
    assert.ok(left.includes("tally-public 1.1 u1"));
    assert.ok(!left.includes("tally-copy 1.0") && !left.includes("segment-mine 2.1.0"));
    await answering(host(), [{ id: "delete", answer: true }], async () =>
      run("deleteApp", await app("tally-public")),
    );
    assert.ok(!(await names()).includes("tally-public 1.1 u1"));
  });

  it("that are gone behind our back count as deleted, and those of others say that one may not", async () => {
    const tally = await app("tally 1.0");
    await beside().send("DELETE", "/apps/v2/tally-1.0");
    await answering(host(), [{ id: "delete", answer: true }], () => run("deleteApp", tally));
    assert.ok(!(await names()).includes("tally 1.0"));
    const ask = await answering(
      host(),
      [
        { id: "delete", answer: true },
        { id: "partly", answer: undefined },
      ],
      async () => run("deleteApp", await app("align")),
    );
    assert.match(told(ask).at(-1) ?? "", /^0 apps deleted\. 1 failed: align 0\.7\.17: .*write permission/);
    assert.match(told(ask).at(-1) ?? "", /or ask for it\.$/);
    assert.ok(await app("align"));
  });

  it("are erased by administrators alone, which is told in the server's words", async () => {
    const ask = await answering(
      host(),
      [
        { id: "erase", answer: true },
        { id: "partly", answer: undefined },
      ],
      async () => run("eraseApp", await app("wordcount")),
    );
    assert.match(question(ask, "erase").detail, /cannot be undone/);
    assert.match(told(ask).at(-1) ?? "", /Only administrators may erase apps/);
  });
});
