import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import type { Handle } from "../../../src/editor/tree/handle.ts";
import {
  back,
  type ConfirmQuestion,
  type DraftQuestion,
  type InputQuestion,
  type PickQuestion,
} from "../../../src/editor/ui/ask.ts";
import { after, afterEach, before, describe, it } from "../harness/cases.ts";
import { type Beside, besideRollcall, runningSandbox } from "./support/agave.ts";
import {
  answering,
  eventually,
  heard,
  items,
  labelled,
  opened,
  read,
  rollcall,
  run,
  told,
  withoutConfiguration,
} from "./support/rollcall.ts";
import type { ScriptedAsk } from "./support/scripted-ask.ts";

type Script = NonNullable<Parameters<typeof answering>[1]>;

const view = "rollcall.apps";

describe("the apps", () => {
  let host: Host;
  let beside: Beside;
  let folder: string;

  const sandbox = () => runningSandbox(host);
  const tacc = async () => labelled(await items(host, view), "tacc");
  const apps = async () => items(host, view, await tacc());
  const app = async (name: string) => labelled(await apps(), name);
  const labels = (handles: readonly Handle[]) => handles.map(({ node }) => node.label);
  const names = async () => labels(await apps());
  const section = async (name: string, label: string) =>
    labelled(await items(host, view, await app(name)), label);
  const below = async (name: string, label: string) => items(host, view, await section(name, label));
  const refresh = async () => run("refresh", await tacc());
  const sent = (method: string, path = "/apps/v2") =>
    sandbox()
      .log()
      .filter((request) => request.method === method && request.path.startsWith(path));
  const selected = (name = view) =>
    eventually(async () => host.views.get(name)?.view.selection[0] ?? assert.fail("nothing is selected"));
  const job = async (name: string) => {
    const [connection] = await items(host, "rollcall.jobs");
    return labelled(await items(host, "rollcall.jobs", connection), name);
  };
  const question = ({ asked }: ScriptedAsk, id: string) =>
    (asked.find((each) => each.id === id) ?? assert.fail(`${id} was not asked`)) as ConfirmQuestion &
      PickQuestion &
      InputQuestion;
  const described = (changes: object = {}) => ({
    name: "tally",
    version: "1.0",
    label: "Tally",
    executionSystem: "imaging.vm",
    deploymentSystem: "imaging.storage",
    deploymentPath: "apps/tally-1.0",
    templatePath: "wrapper.sh",
    testPath: "test/test.sh",
    ...changes,
  });
  const fileWith = async (content: string) => {
    const path = join(folder, "app.json");
    await writeFile(path, content);
    return path;
  };
  const register = (path: string, ...rest: Script) =>
    answering(host, [{ id: "way", answer: "file" }, { id: "file", answer: path }, ...rest], async () =>
      run("registerApp", await tacc()),
    );

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
    await run("startSandbox");
    beside = besideRollcall(host);
    folder = await mkdtemp(join(tmpdir(), "rollcall-apps-"));
    await apps();
  });

  afterEach(() => {
    host.sandbox.running?.setFaults([]);
  });

  after(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await rm(folder, { recursive: true, force: true });
    await run("stopSandbox");
  });

  it("are listed below their connection, told apart by icon and in words, with what hangs below them", async () => {
    assert.equal(read(await tacc()), "tacc | 4");
    const own = await app("wordcount");
    const published = await app("segment 2.1.0 u2");
    assert.equal(read(own), "wordcount 1.0 | Word count · private · imaging.vm");
    assert.equal(heard(own), "wordcount 1.0, Word count · private · imaging.vm, app");
    assert.equal(read(published), "segment 2.1.0 u2 | Segmentation · public · lonestar.sandbox.hpc");
    assert.deepEqual([own.node.icon?.id, published.node.icon?.id], ["package", "globe"]);
    const common = ["Inputs", "Parameters", "Outputs", "Deployment", "Permissions"];
    assert.deepEqual(labels(await items(host, view, own)), [...common, "Metadata", "Notifications"]);
    const open = labelled(await items(host, view, published), "Permissions");
    assert.equal(read(open), "Permissions | public: everybody may see and run it");
  });

  it("tell in their tooltips what the list knows, without a request of their own", async () => {
    const before = sandbox().log().length;
    const { tooltip = "" } = (await app("segment 2.1.0 u2")).node;
    for (const row of [
      /^\*\*segment 2\\\.1\\\.0 u2\*\*/,
      /Labels the tissues of a scan; faster\n/,
      /- standing: public/,
      /- tags: imaging, gpu/,
      /- last changed: \d{4}\\-\d\d\\-\d\d$/,
    ])
      assert.match(tooltip, row);
    assert.equal(sandbox().log().length, before);
  });

  it("show what they take and give in words, in the order of the app, read when a section is opened", async () => {
    const before = sent("GET").length;
    const inputs = await below("segment 2.1.0 u2", "Inputs");
    assert.equal(sent("GET").length, before + 1);
    assert.deepEqual(inputs.map(read), [
      "input | file · required · default agave://corral.sandbox.storage/inputs/reads.txt",
      "atlases | file · optional · 0 to 3 values · has to match \\.(nii|txt)$",
      "weights | file · required · fixed by the app · default agave://corral.sandbox.storage/inputs/reads.txt",
    ]);
    assert.equal(inputs[2]?.node.icon?.id, "lock");
    const parameters = await below("segment 2.1.0 u2", "Parameters");
    assert.deepEqual(parameters.map(read), [
      "threshold | number · optional · default 0.5",
      "mode | one of fast, thorough · required · default fast",
      "subject | text · optional · has to match ^[A-Z]{2}\\d{3}$",
      "smooth | yes or no · optional",
      "license | text · required · fixed by the app · default site",
    ]);
    assert.equal(
      heard(parameters[1] ?? assert.fail())
        .split(", ")
        .at(-1),
      "parameter",
    );
    assert.match(parameters[1]?.node.tooltip ?? "", /- thorough: Thorough, takes an hour/);
    assert.equal(read(await section("segment 2.1.0 u2", "Parameters")), "Parameters | 5");
    assert.deepEqual((await below("wordcount", "Outputs")).map(read), ["It does not say what it writes"]);
  });

  it("show where they lie and run, with their files where they are a folder", async () => {
    const facts = (await below("wordcount", "Deployment")).map(read);
    assert.ok(facts.includes("deployment path | /apps/wordcount-1.0"), facts.join("\n"));
    assert.ok(facts.includes("execution system | imaging.vm"));
    assert.ok(facts.includes("default run time | 01:00:00"));
    assert.ok(facts.includes("checkpointable | no"));
    assert.match(facts[0] ?? "", /^Files/);
    assert.ok(!labels(await below("segment 2.1.0 u2", "Deployment")).includes("Files"));
  });

  it("show an error in its place, and Retry puts it right", async () => {
    const parameters = await section("align", "Parameters");
    sandbox().setFaults([{ kind: "forbidden", platform: "agave", path: "/apps/v2" }]);
    const [failure] = await items(host, view, parameters);
    assert.match(read(failure ?? assert.fail()), /^tacc does not allow this/);
    sandbox().setFaults([]);
    await run("retry", failure);
    assert.deepEqual(labels(await items(host, view, parameters)), ["threshold"]);
  });

  it("are filtered by the server, and a field that it does not know is refused while it is typed", async () => {
    const answer = ({ validate }: InputQuestion) => {
      assert.match(validate?.("colour=red")?.message ?? "", /no field colour/);
      assert.match(validate?.("public=perhaps")?.message ?? "", /true or false/);
      return "seg revision.gt=1";
    };
    await answering(host, [{ id: "filter", answer }], () => run("filterApps"));
    assert.deepEqual(await names(), ["segment 2.1.0 u2"]);
    assert.equal(read(await tacc()), "tacc | 1 · filtered");
    assert.ok(sent("GET").some(({ path }) => decodeURIComponent(path).includes("name.like=*seg*")));
    await answering(host, [{ id: "filter", answer: "nothing-like-this" }], () => run("filterApps"));
    assert.deepEqual((await apps()).map(read), ["No app matches the filter | nothing-like-this"]);
    await run("clearAppsFilter");
    assert.equal((await names()).length, 4);
  });

  it("stand in an order and in groups, without another request", async () => {
    const before = sandbox().log().length;
    const arranged = async (by: string) => {
      await answering(host, [{ id: "arrangement", answer: by }], () => run("arrangeApps"));
      return (await apps()).map(read);
    };
    await arranged("sort/name");
    const byName = ["align 0.7.17", "segment 2.1.0 u2", "segment 2.1.0 u1", "wordcount 1.0"];
    assert.deepEqual(await names(), byName);
    await arranged("sort/changed");
    assert.deepEqual(await names(), [
      "wordcount 1.0",
      "segment 2.1.0 u2",
      "align 0.7.17",
      "segment 2.1.0 u1",
    ]);
    await arranged("sort/system");
    assert.equal((await names())[0], "wordcount 1.0");
    await arranged("sort/");
    assert.deepEqual(await arranged("grouping/name"), ["align | 1", "segment | 2", "wordcount | 1"]);
    assert.deepEqual(await arranged("grouping/visibility"), ["Private | 2", "Public | 2"]);
    assert.deepEqual(await arranged("grouping/tags"), ["genomics | 1", "gpu, imaging | 2", "text | 1"]);
    assert.deepEqual(await arranged("grouping/system"), ["imaging.vm | 1", "lonestar.sandbox.hpc | 3"]);
    await arranged("grouping/");
    assert.equal(sandbox().log().length, before);
  });

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
    await answering(host, [{ id: "filter", answer: "public=true" }], () => run("filterApps"));
    const ask = await register(
      await fileWith(JSON.stringify(described())),
      { id: "register", answer: true },
      { id: "registered", answer: "Clear Filter" },
    );
    assert.equal(told(ask).at(-1), "tally-1.0 is registered on tacc. The filter of the apps hides it.");
    await eventually(async () => assert.equal((await selected()).node.label, "tally 1.0"));
    assert.equal(host.resources.apps.filter, undefined);
  });

  it("are not registered from what is no JSON or lacks something, which is told with the file", async () => {
    const before = sent("POST").length;
    const broken = await register(await fileWith('{\n  "name" "x"\n}'), { id: "problem", answer: undefined });
    assert.match(told(broken).at(-1) ?? "", /app\.json: Line 2 is not JSON/);
    const short = await register(await fileWith('{ "name": "x" }'), { id: "problem", answer: undefined });
    assert.match(told(short).at(-1) ?? "", /app\.json: Still needed: version, executionSystem, /);
    const none = await register(join(folder, "none.json"), { id: "problem", answer: undefined });
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
    await answering(host, [{ id: "delete", answer: true }], async () => run("deleteApp", await app("lost")));
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
    const refused = await answering(host, [{ id: "none", answer: undefined }], async () =>
      run("updateApp", await app("segment 2.1.0 u2")),
    );
    assert.match(told(refused)[0] ?? "", /^Public apps cannot be changed\. Clone it/);
    const edited = await answering(host, [{ id: "problem", answer: undefined }], async () =>
      run("edit", await app("segment 2.1.0 u2")),
    );
    assert.match(told(edited)[0] ?? "", /^Public apps cannot be changed\. Clone it/);
    await run("edit", await app("tally"));
    await opened(/"Λογαριάζω"/);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("are published as a public copy after questions and one that says what it means", async () => {
    const ask = await answering(
      host,
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
      host,
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
      host,
      [
        { id: "name", answer: "tally-copy" },
        { id: "version", answer: "1.0" },
        { id: "clone", answer: true },
      ],
      async () => run("cloneApp", await app("tally 1.0")),
    );
    assert.equal((await selected()).node.label, "tally-copy 1.0");
    const ask = await answering(
      host,
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
    const ask = await answering(host, [{ id: "disable", answer: true }], () => run("disableApp", copy));
    assert.equal(told(ask)[0], "Disable tally-copy 1.0 of tacc?");
    const disabled = await app("tally-copy");
    assert.match(read(disabled), /private · disabled · imaging\.vm$/);
    assert.equal(disabled.node.icon?.id, "circle-slash");
    for (const [command, reason] of [
      ["disableApp", /disabled already/],
      ["submitJob", /disabled, so no job of it can be submitted/],
      ["publishApp", /Only private apps that are enabled/],
    ] as const) {
      const refused = await answering(host, [{ id: "none", answer: undefined }], () =>
        run(command, disabled),
      );
      assert.match(told(refused)[0] ?? "", reason);
    }
  });

  it("that are disabled are enabled from where they stand, by a filter, or from the palette", async () => {
    await answering(host, [{ id: "enable", answer: true }], async () =>
      run("enableApp", await app("tally-copy")),
    );
    assert.match(read(await app("tally-copy")), /private · imaging\.vm$/);
    const already = await answering(host, [{ id: "none", answer: undefined }], async () =>
      run("enableApp", await app("tally-copy")),
    );
    assert.match(told(already)[0] ?? "", /enabled already/);
    await answering(host, [{ id: "disable", answer: true }], async () =>
      run("disableApp", await app("tally-copy")),
    );
    await refresh();
    assert.ok(!(await names()).includes("tally-copy 1.0"));
    await answering(host, [{ id: "filter", answer: "available=false" }], () => run("filterApps"));
    assert.deepEqual((await names()).toSorted(), ["register 1.2 u1", "tally-copy 1.0"]);
    await run("clearAppsFilter");
    await answering(
      host,
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
      host,
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
    await answering(host, [{ id: "delete", answer: true }], async () =>
      run("deleteApp", await app("tally-public")),
    );
    assert.ok(!(await names()).includes("tally-public 1.1 u1"));
  });

  it("that are gone behind our back count as deleted, and those of others say that one may not", async () => {
    const tally = await app("tally 1.0");
    await beside.send("DELETE", "/apps/v2/tally-1.0");
    await answering(host, [{ id: "delete", answer: true }], () => run("deleteApp", tally));
    assert.ok(!(await names()).includes("tally 1.0"));
    const ask = await answering(
      host,
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
      host,
      [
        { id: "erase", answer: true },
        { id: "partly", answer: undefined },
      ],
      async () => run("eraseApp", await app("wordcount")),
    );
    assert.match(question(ask, "erase").detail, /cannot be undone/);
    assert.match(told(ask).at(-1) ?? "", /Only administrators may erase apps/);
  });

  it("have jobs submitted with a form that asks for what is needed and checks it, then for what else", async () => {
    const before = sent("POST", "/jobs/v2").length;
    const ask = await answering(
      host,
      [
        { id: "way", answer: "form" },
        { id: "name", answer: "scan of today" },
        { id: "inputs.input", answer: back },
        {
          id: "name",
          answer: ({ value, validate }: InputQuestion) => {
            assert.ok(validate?.(" "));
            assert.equal(value, "scan of today", "what was typed is kept");
            return value;
          },
        },
        { id: "inputs.input", answer: "type" },
        {
          id: "inputs.input.text",
          answer: ({ validate }: InputQuestion) => {
            assert.match(validate?.("ftp://example.org/a")?.message ?? "", /cannot be read from ftp/);
            assert.match(validate?.("")?.message ?? "", /input is needed/);
            return "agave://imaging.storage/inputs/reads.txt";
          },
        },
        {
          id: "parameters.mode",
          answer: ({ choices }: PickQuestion) => {
            assert.deepEqual(
              choices.map(({ label, description }) => [label, description]),
              [
                ["Fast", "as it is now"],
                ["Thorough, takes an hour", undefined],
              ],
            );
            return "thorough";
          },
        },
        { id: "more", answer: "parameters.subject" },
        {
          id: "parameters.subject.text",
          answer: ({ validate }: InputQuestion) => {
            assert.match(
              validate?.("ab1")?.message ?? "",
              /^subject has to match .*, which "ab1" does not\. Two letters and three digits\.$/,
            );
            return "AB123";
          },
        },
        { id: "more", answer: "parameters.smooth" },
        { id: "parameters.smooth", answer: "true" },
        { id: "more", answer: "maxRunTime" },
        {
          id: "maxRunTime",
          answer: ({ validate }: InputQuestion) => {
            assert.match(validate?.("90 minutes")?.message ?? "", /^Longest run time is hours, minutes/);
            return "00:30:00";
          },
        },
        { id: "more", answer: "send" },
        { id: "submit", answer: true },
      ],
      async () => run("submitJob", await app("segment 2.1.0 u2")),
    );
    assert.equal(question(ask, "submit").message, "Submit scan of today to segment-2.1.0u2 of tacc?");
    const last = ask.asked.findLast(({ id }) => id === "more") as PickQuestion;
    const about = (id: string) => last.choices.find((choice) => choice.id === id);
    assert.equal(about("parameters.subject")?.description, "AB123");
    assert.equal(about("inputs.atlases")?.description, "not set");
    assert.equal(about("parameters.smooth")?.description, "yes");
    assert.ok(!last.choices.some(({ id }) => id === "parameters.license"), "what is fixed is not asked");
    const bodies = sent("POST", "/jobs/v2").slice(before);
    assert.equal(bodies.length, 1);
    assert.deepEqual(bodies[0]?.body, {
      name: "scan of today",
      appId: "segment-2.1.0u2",
      inputs: { input: "agave://imaging.storage/inputs/reads.txt" },
      parameters: { threshold: 0.5, mode: "thorough", subject: "AB123", smooth: true },
      archive: true,
      maxRunTime: "00:30:00",
    });
    assert.equal((await selected("rollcall.jobs")).node.label, "scan of today");
    assert.match(read(await job("scan of today")), / · segment-2\.1\.0u2$/);
  });

  it("have jobs submitted from a JSON document that is filled in, and wrong values are told before anything is sent", async () => {
    const before = sent("POST", "/jobs/v2").length;
    let draft = "";
    const answer = ({ text, remarks }: DraftQuestion) => {
      draft = text;
      const said = (from: string, to: string) =>
        (remarks?.(text.replace(from, to)) ?? []).map(({ message }) => message);
      assert.deepEqual(remarks?.(text), []);
      assert.deepEqual(said(": 0.5", ': "high"'), ['parameters.threshold is no number: "high".']);
      assert.match(
        said('"threshold"', '"treshold"').join(),
        /treshold is none of the parameters of wordcount/,
      );
      assert.match(
        said('"agave://imaging', '"ftp://imaging').join(),
        /inputs\.input cannot be read from ftp/,
      );
      assert.match(said("{", "{,").join(), /^A value is expected here\.$/);
      const [remark] = remarks?.(text.replace(": 0.5", ': "high"')) ?? [];
      assert.equal(
        text.replace(": 0.5", ': "high"').slice(remark?.offset).slice(0, remark?.length),
        '"high"',
      );
      return text.replace(/"name": "[^"]*"/, '"name": "from a document"').replace(": 0.5", ": 0.25");
    };
    const ask = await answering(
      host,
      [
        { id: "way", answer: "json" },
        { id: "job", answer },
        { id: "submit", answer: true },
      ],
      async () => run("submitJob", await app("wordcount")),
    );
    assert.match(draft, /\/\/ Threshold: Between 0 and 1\. number · optional · default 0\.5\n/);
    assert.match(draft, /\n {2}\/\/ "maxRunTime": "01:00:00",\n/);
    assert.match(question(ask, "submit").detail, /^It runs on imaging\.vm\.\n/);
    const bodies = sent("POST", "/jobs/v2").slice(before);
    assert.deepEqual(
      bodies.map(({ body }) => (body as { parameters?: unknown }).parameters),
      [{ threshold: 0.25 }],
    );
    assert.equal((await selected("rollcall.jobs")).node.label, "from a document");
  });

  it("keep what was written where the server refuses a job, and submit it again when it was changed", async () => {
    sandbox().setFaults([
      { kind: "forbidden", platform: "agave", method: "POST", path: "/jobs/v2", times: 1 },
    ]);
    const ask = await answering(
      host,
      [
        { id: "way", answer: "form" },
        { id: "name", answer: "refused first" },
        { id: "inputs.input", answer: "present" },
        { id: "more", answer: "send" },
        { id: "submit", answer: true },
        { id: "refused", answer: "Change and Submit Again…" },
        {
          id: "job",
          answer: ({ text }: DraftQuestion) => {
            assert.match(text, /"name": "refused first"/);
            return text.replace("refused first", "taken then");
          },
        },
        { id: "submit", answer: true },
      ],
      async () => run("submitJob", await app("wordcount")),
    );
    assert.match(question(ask, "refused").message, /^refused first was not submitted\. /);
    assert.match(read(await job("taken then")), /wordcount-1\.0$/);
  });

  it("submit a job once where its answer is lost, and show the one that is there", async () => {
    const before = sent("POST", "/jobs/v2").length;
    sandbox().setFaults([
      { kind: "dropAfter", platform: "agave", method: "POST", path: "/jobs/v2", times: 1 },
    ]);
    const ask = await answering(
      host,
      [
        { id: "way", answer: "form" },
        { id: "name", answer: "answer lost" },
        { id: "inputs.input", answer: "present" },
        { id: "more", answer: "send" },
        { id: "submit", answer: true },
        { id: "lost", answer: "Show Job" },
      ],
      async () => run("submitJob", await app("wordcount")),
    );
    assert.match(told(ask).at(-1) ?? "", /was lost\. The job is there all the same/);
    assert.equal(sent("POST", "/jobs/v2").length, before + 1);
    assert.equal((await selected("rollcall.jobs")).node.label, "answer lost");
  });

  it("submit nothing where the person gives up or answers no", async () => {
    const before = sent("POST", "/jobs/v2").length;
    const wordcount = await app("wordcount");
    await answering(host, [{ id: "way", answer: undefined }], () => run("submitJob", wordcount));
    const begun = [
      { id: "way", answer: "form" },
      { id: "name", answer: "never" },
    ];
    await answering(host, [...begun, { id: "inputs.input", answer: undefined }], () =>
      run("submitJob", wordcount),
    );
    await answering(
      host,
      [
        ...begun,
        { id: "inputs.input", answer: "present" },
        { id: "more", answer: "edit" },
        { id: "job", answer: ({ text }: DraftQuestion) => text },
        { id: "submit", answer: false },
      ],
      () => run("submitJob", wordcount),
    );
    assert.equal(sent("POST", "/jobs/v2").length, before);
  });

  it("open as JSON with all that there is of them, and have id, JSON and a curl command to copy without the token", async () => {
    const wordcount = await app("wordcount");
    await run("openJson", wordcount);
    await opened(/"threshold"/);
    const all = [wordcount, await app("align")];
    await run("copyId", wordcount, all);
    assert.equal(await vscode.env.clipboard.readText(), "wordcount-1.0\nalign-0.7.17");
    await run("copyJson", wordcount);
    const json = JSON.parse(await vscode.env.clipboard.readText()) as { readonly parameters?: unknown[] };
    assert.equal(json.parameters?.length, 1);
    await run("copyCurl", wordcount);
    const curl = await vscode.env.clipboard.readText();
    assert.match(curl, /^curl --header "Authorization: Bearer \$\w+" 'http\S+\/apps\/v2\/wordcount-1\.0'$/);
    assert.ok(!curl.includes(sandbox().endpoints.agave.token));
  });

  it("are asked for where a command is run from the palette, those alone that it can be done with", async () => {
    const asked = async (command: string) => {
      const ask = await answering(host, [{ id: "resource", answer: undefined }], () => run(command));
      const { title, choices } = question(ask, "resource");
      return [title, ...choices.map(({ label }) => label).toSorted()];
    };
    const own = ["align 0.7.17", "wordcount 1.0"];
    const all = ["align 0.7.17", "segment 2.1.0 u1", "segment 2.1.0 u2", "wordcount 1.0"];
    assert.deepEqual(await asked("updateApp"), ["Update App", ...own]);
    assert.deepEqual(await asked("publishApp"), ["Publish App", ...own]);
    for (const [command, title] of [
      ["submitJob", "Submit Job"],
      ["cloneApp", "Clone App"],
      ["disableApp", "Disable App"],
      ["deleteApp", "Delete App"],
      ["eraseApp", "Erase App"],
    ] as const)
      assert.deepEqual(await asked(command), [title, ...all]);
    const ask = await answering(
      host,
      [
        { id: "view", answer: "apps" },
        { id: "resource", answer: "align-0.7.17" },
      ],
      () => run("copyId"),
    );
    assert.equal(question(ask, "view").title, "Copy Id");
    assert.equal(await vscode.env.clipboard.readText(), "align-0.7.17");
  });

  it("are read again one at a time with one request, which shows a change behind our back", async () => {
    const { result } = await beside.send("GET", "/apps/v2/wordcount-1.0");
    const changed = { ...(result as object), label: "Counts words" };
    await beside.send("POST", "/apps/v2/wordcount-1.0", changed);
    const before = sent("GET").length;
    await run("refresh", await app("wordcount"));
    assert.equal(sent("GET").length, before + 1);
    assert.equal(read(await app("wordcount")), "wordcount 1.0 | Counts words · private · imaging.vm");
  });
});
