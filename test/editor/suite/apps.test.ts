import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { InputQuestion } from "../../../src/editor/ui/ask.ts";
import { describe, it } from "../harness/cases.ts";
import { withApps } from "./support/apps.ts";
import { answering, heard, items, labelled, opened, read, run } from "./support/rollcall.ts";

const view = "rollcall.apps";

describe("the apps", () => {
  const { host, beside, sandbox, tacc, apps, app, labels, names, section, below, sent, question } =
    withApps();

  it("are listed below their connection, told apart by icon and in words, with what hangs below them", async () => {
    assert.equal(read(await tacc()), "tacc | 4");
    const own = await app("wordcount");
    const published = await app("segment 2.1.0 u2");
    assert.equal(read(own), "wordcount 1.0 | Word count · private · imaging.vm");
    assert.equal(heard(own), "wordcount 1.0, Word count · private · imaging.vm, app");
    assert.equal(read(published), "segment 2.1.0 u2 | Segmentation · public · lonestar.sandbox.hpc");
    assert.deepEqual([own.node.icon?.id, published.node.icon?.id], ["package", "globe"]);
    const common = ["Inputs", "Parameters", "Outputs", "Deployment", "Permissions"];
    assert.deepEqual(labels(await items(host(), view, own)), [...common, "Metadata", "Notifications"]);
    const open = labelled(await items(host(), view, published), "Permissions");
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

  it("show where they lie and run, with their files where they are a folder()", async () => {
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
    const [failure] = await items(host(), view, parameters);
    assert.match(read(failure ?? assert.fail()), /^tacc does not allow this/);
    sandbox().setFaults([]);
    await run("retry", failure);
    assert.deepEqual(labels(await items(host(), view, parameters)), ["threshold"]);
  });

  it("are filtered by the server, and a field that it does not know is refused while it is typed", async () => {
    const answer = ({ validate }: InputQuestion) => {
      assert.match(validate?.("colour=red")?.message ?? "", /no field colour/);
      assert.match(validate?.("public=perhaps")?.message ?? "", /true or false/);
      return "seg revision.gt=1";
    };
    await answering(host(), [{ id: "filter", answer }], () => run("filterApps"));
    assert.deepEqual(await names(), ["segment 2.1.0 u2"]);
    assert.equal(read(await tacc()), "tacc | 1 · filtered");
    assert.ok(sent("GET").some(({ path }) => decodeURIComponent(path).includes("name.like=*seg*")));
    await answering(host(), [{ id: "filter", answer: "nothing-like-this" }], () => run("filterApps"));
    assert.deepEqual((await apps()).map(read), ["No app matches the filter | nothing-like-this"]);
    await run("clearAppsFilter");
    assert.equal((await names()).length, 4);
  });

  it("stand in an order and in groups, without another request", async () => {
    const before = sandbox().log().length;
    const arranged = async (by: string) => {
      await answering(host(), [{ id: "arrangement", answer: by }], () => run("arrangeApps"));
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
      const ask = await answering(host(), [{ id: "resource", answer: undefined }], () => run(command));
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
      host(),
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
    const { result } = await beside().send("GET", "/apps/v2/wordcount-1.0");
    const changed = { ...(result as object), label: "Counts words" };
    await beside().send("POST", "/apps/v2/wordcount-1.0", changed);
    const before = sent("GET").length;
    await run("refresh", await app("wordcount"));
    assert.equal(sent("GET").length, before + 1);
    assert.equal(read(await app("wordcount")), "wordcount 1.0 | Counts words · private · imaging.vm");
  });
});
