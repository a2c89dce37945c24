import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import type { Handle } from "../../../src/editor/tree/handle.ts";
import type { FileQuestion, PickQuestion } from "../../../src/editor/ui/ask.ts";
import { describe, it } from "../harness/cases.ts";
import { type Beside, besideRollcall, runningSandbox } from "./support/agave.ts";
import {
  answering,
  configurationFile,
  eventually,
  heard,
  items,
  labelled,
  opened,
  read,
  run,
  told,
} from "./support/rollcall.ts";
import { onSandbox } from "./support/sandbox.ts";

const view = "rollcall.jobs";

describe("what hangs below a job", () => {
  let host: Host;
  let beside: Beside;

  const tacc = async () => labelled(await items(host, view), "tacc");
  const job = async (name: string) => labelled(await items(host, view, await tacc()), name);
  const section = async (name: string, label: string) =>
    labelled(await items(host, view, await job(name)), label);
  const below = async (name: string, label: string) => items(host, view, await section(name, label));
  const idOf = ({ node }: Handle) => node.id.split("/").at(-1) ?? "";
  const nth = (handles: readonly Handle[], index: number) => handles[index] ?? assert.fail("no such item");
  const requests = () =>
    runningSandbox(host)
      .log()
      .filter(({ path }) => path.startsWith("/jobs/v2")).length;
  const active = () => vscode.window.activeTextEditor?.document;
  const inWorkspace = (name: string) => join(configurationFile(), "..", name);
  const submit = async (name: string, body: object = {}) => {
    const { result } = await beside.send("POST", "/jobs/v2", { name, appId: "wordcount-1.0", ...body });
    await run("refresh", await tacc());
    return (result as { id: string }).id;
  };
  const untilEnded = (id: string) =>
    eventually(async () => {
      const { result } = await beside.send("GET", `/jobs/v2/${id}`);
      assert.match((result as { status: string }).status, /^(FINISHED|FAILED)$/);
    });

  onSandbox(async (started) => {
    host = started;
    beside = besideRollcall(host);
    await job("first light");
  });

  it("is its history, with times, words and who did it, and as a document", async () => {
    const events = await below("first light", "History");
    assert.equal(events.length, 2);
    assert.match(read(nth(events, 0)), /^pending \| \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC · \S+$/);
    assert.match(heard(nth(events, 1)), /^finished, .*, Job completed successfully$/);
    await run("openJobHistory", await section("first light", "History"));
    const document = await opened(/"status": "PENDING"/);
    assert.equal((JSON.parse(document.getText()) as unknown[]).length, 2);
  });

  it("is what it was submitted with: inputs open as the files that they are", async () => {
    const input = "agave://imaging.storage/inputs/reads.txt";
    const id = await submit("with inputs", { inputs: { input }, parameters: { threshold: 0.25 } });
    const values = await below("with inputs", "Inputs and Parameters");
    assert.deepEqual(values.map(read), ["input | imaging.storage:~/inputs/reads.txt", "threshold | 0.25"]);
    const [uri] = nth(values, 0).node.command?.arguments ?? [];
    await vscode.commands.executeCommand("vscode.open", uri);
    await eventually(async () => assert.equal(active()?.uri.scheme, "rollcall-files"));
    await untilEnded(id);
  });

  it("is how it ran, with its folders as files of their systems", async () => {
    const details = await below("first light", "Details");
    const facts = details.map(read);
    for (const fact of ["queue | debug", "ran for | 30 min", "message | Job completed successfully"])
      assert.ok(facts.includes(fact), facts.join("\n"));
    const archive = labelled(details, "Archive");
    assert.match(read(archive), /^Archive \| corral\.sandbox\.storage:~\/\S+\/archive\/jobs\/job-/);
    assert.ok(
      !facts.some((fact) => fact.startsWith("Work directory")),
      "it was cleared when it was archived",
    );
    assert.ok(labelled(await items(host, view, archive), "output").node.flags?.includes("folder"));
    const running = await below("long exposure", "Details");
    assert.match(read(labelled(running, "Work directory")), /^Work directory \| imaging\.vm:\/scratch\//);
  });

  it("are its outputs: folders first, with sizes, read when they are opened", async () => {
    const before = requests();
    const outputs = await below("first light", "Outputs");
    assert.deepEqual(
      outputs.map(({ node }) => node.icon?.id),
      ["folder", "file", "file"],
    );
    assert.match(read(nth(outputs, 1)), / \| \d+ B$/);
    assert.equal(requests(), before + 1);
    const result = nth(await items(host, view, nth(outputs, 0)), 0);
    assert.match(heard(result), /^result\.txt, \d+ B, file$/);
    assert.equal(requests(), before + 2);
    assert.match(result.node.tooltip ?? "", /output\/result\\\.txt[\s\S]*last modified/);
    assert.equal(read(await section("first light", "Outputs")), "Outputs | 3");
  });

  it("open by an address that lasts, for reading alone", async () => {
    const [folder] = await below("first light", "Outputs");
    const result = nth(await items(host, view, folder), 0);
    await run("openJobOutput", result);
    const document = await eventually(async () => {
      assert.match(active()?.uri.toString() ?? "", /^rollcall-outputs:\/tacc\/\S+-007\/output\/result\.txt$/);
      return active() ?? assert.fail();
    });
    assert.match(document.getText(), /^inputs: \d+\nparameters: \d+\n$/);
    assert.equal(vscode.workspace.fs.isWritableFileSystem("rollcall-outputs"), false);
    await assert.rejects(async () => vscode.workspace.fs.writeFile(document.uri, new Uint8Array()));
    const { command } = result.node;
    assert.equal(command?.id, "vscode.open");
    assert.equal(String(command?.arguments?.[0]), document.uri.toString());
  });

  it("open whatever their names are, and are renewed when they are listed again", async () => {
    const id = idOf(await job("long exposure"));
    const name = "90% #1 ergebnis?ü☕.log";
    const folder = `/scratch/${runningSandbox(host).endpoints.agave.username}/job-${id}`;
    const write = async (text: string) => {
      const form = new FormData();
      form.set("fileName", name);
      form.set("fileToUpload", new Blob([text]), "upload");
      const sent = await beside.send("POST", `/files/v2/media/system/imaging.vm/${folder}`, form);
      assert.equal(sent.status, 202, `${sent.bytes}`);
    };
    await write("one\n");
    const outputs = await section("long exposure", "Outputs");
    await items(host, view, outputs);
    const log = await eventually(async () => {
      await run("refresh", outputs);
      return labelled(await items(host, view, outputs), name);
    });
    await run("openJobOutput", log);
    await eventually(async () => assert.equal(active()?.getText(), "one\n"));
    await write("one\ntwo\n");
    await eventually(async () => {
      await run("refresh", outputs);
      await items(host, view, outputs);
      assert.equal(active()?.getText(), "one\ntwo\n");
    });
  });

  it("are downloaded from the item, and from the palette by going down", async () => {
    const firstLight = ({ choices }: PickQuestion) =>
      choices.find(({ label }) => label === "first light")?.id;
    const ask = await answering(
      host,
      [
        { id: "resource", answer: firstLight },
        { id: "output", answer: "output" },
        { id: "output", answer: "result.txt" },
        { id: "destination", answer: inWorkspace("result.txt") },
        { id: "saved", answer: undefined },
      ],
      () => run("downloadJobOutput"),
    );
    assert.equal((ask.asked[3] as FileQuestion).name, "result.txt");
    assert.match(await readFile(inWorkspace("result.txt"), "utf8"), /^inputs: \d+\n/);
    const outputs = await below("first light", "Outputs");
    const files = outputs.filter(({ node }) => node.flags?.includes("file"));
    const destinations = ["one.txt", "two.txt"].map(inWorkspace);
    await answering(
      host,
      destinations.flatMap((answer) => [
        { id: "destination", answer },
        { id: "saved", answer: undefined },
      ]),
      () => run("downloadJobOutput", files[0], files),
    );
    for (const path of destinations) assert.ok((await readFile(path)).length > 0);
  });

  it("are offered to be downloaded where they are too large for the editor", async () => {
    const [folder] = await below("first light", "Outputs");
    const result = nth(await items(host, view, folder), 0);
    const { node } = result;
    result.node = { ...node, subject: Object.assign({}, node.subject, { kind: "jobOutput", size: 3e9 }) };
    const ask = await answering(
      host,
      [
        { id: "tooLarge", answer: "Download…" },
        { id: "destination", answer: undefined },
      ],
      () => run("openJobOutput", result),
    );
    result.node = node;
    assert.match(told(ask)[0] ?? "", /^result\.txt has 3 GB: more than 52\.4 MB are not opened/);
  });

  it("are not there yet where the job has not run", async () => {
    await submit("just begun");
    assert.deepEqual((await below("just begun", "Outputs")).map(read), ["No output yet"]);
  });

  it("tell in their place that the job is gone, and that something is not allowed", async () => {
    const id = await submit("hidden later");
    await untilEnded(id);
    await run("refresh", await tacc());
    const [folder] = await below("hidden later", "Outputs");
    await beside.send("DELETE", `/jobs/v2/${id}`);
    for (const failed of [await items(host, view, folder), await below("hidden later", "History")]) {
      assert.equal(nth(failed, 0).node.noun, "failure");
      assert.match(nth(failed, 0).node.tooltip ?? "", /is not visible/);
    }
    runningSandbox(host).setFaults([{ kind: "forbidden", platform: "agave", path: "/jobs/v2" }]);
    const refused = nth(await below("calibration", "Outputs"), 0);
    assert.equal(refused.node.label, "tacc does not allow this");
    runningSandbox(host).setFaults([]);
    await run("retry", refused);
    assert.ok((await below("calibration", "Outputs")).length > 1);
  });
});
