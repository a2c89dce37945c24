import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import type { Handle } from "../../../src/editor/tree/handle.ts";
import { describe, it } from "../harness/cases.ts";
import { runningSandbox } from "./support/agave.ts";
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

const view = "rollcall.actors";

describe("the actors", () => {
  let host: Host;

  const sandbox = () => runningSandbox(host);
  const tacc = async () => labelled(await items(host, view), "tacc");
  const actors = async () => items(host, view, await tacc());
  const actor = async (name: string) => labelled(await actors(), name);
  const section = async (name: string, label: string) =>
    labelled(await items(host, view, await actor(name)), label);
  const below = async (name: string, label: string) => items(host, view, await section(name, label));
  const writes = () =>
    sandbox()
      .log()
      .filter(({ method, platform }) => platform === "agave" && method !== "GET");
  const refresh = (handle: Handle) => run("refresh", handle);

  onSandbox(async (started) => {
    host = started;
    await actors();
  });

  it("are listed with their state in words, and with what hangs below them", async () => {
    const thumbnails = await actor("thumbnails");
    assert.equal(read(thumbnails), "thumbnails | ready · sandbox/thumbnails:1.2");
    assert.equal(heard(thumbnails), "thumbnails, ready · sandbox/thumbnails:1.2, actor");
    const labels = (await items(host, view, thumbnails)).map(({ node }) => node.label);
    assert.deepEqual(labels, ["Executions", "Messages", "Workers", "Nonces", "Permissions"]);
    const keeper = (await items(host, view, await actor("checksum-ledger"))).map(({ node }) => node.label);
    assert.ok(keeper.includes("State"));
  });

  it("are filtered by the server, and a field that it does not know is refused while it is typed", async () => {
    await answering(
      host,
      [
        {
          id: "filter",
          answer: ({ validate }: { validate(text: string): { message: string } | undefined }) => {
            assert.match(validate("colour=red")?.message ?? "", /no field colour/);
            assert.match(validate("name.matches=x")?.message ?? "", /no operator matches/);
            return "name.like=thumb";
          },
        },
      ],
      () => run("filterActors"),
    );
    assert.deepEqual(
      (await actors()).map(({ node }) => node.label),
      ["thumbnails"],
    );
    assert.ok(
      sandbox()
        .log()
        .some(({ path }) => path.includes("name.like=thumb")),
    );
    await run("clearActorsFilter");
    assert.equal((await actors()).length, 2);
  });

  it("stand in groups and in an order, without another request", async () => {
    const before = sandbox().log().length;
    await answering(host, [{ id: "arrangement", answer: "grouping/image" }], () => run("arrangeActors"));
    assert.deepEqual(
      (await actors()).map(({ node }) => node.label),
      ["sandbox/checksum-ledger:0.9", "sandbox/thumbnails:1.2"],
    );
    await answering(host, [{ id: "arrangement", answer: "grouping/" }], () => run("arrangeActors"));
    await answering(host, [{ id: "arrangement", answer: "sort/name" }], () => run("arrangeActors"));
    assert.deepEqual(
      (await actors()).map(({ node }) => node.label),
      ["checksum-ledger", "thumbnails"],
    );
    assert.match(read(await tacc()), /by name/);
    await answering(host, [{ id: "arrangement", answer: "sort/" }], () => run("arrangeActors"));
    assert.equal(sandbox().log().length, before);
  });

  it("show their executions, whose logs open as documents that can be opened again", async () => {
    const [execution] = await below("thumbnails", "Executions");
    assert.match(read(execution ?? assert.fail()), / \| complete/);
    await run("openExecutionLog", execution);
    const document = await opened(/^Message: hello/);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    const again = await vscode.workspace.openTextDocument(document.uri);
    assert.match(again.getText(), /^Message: hello/);
  });

  it("are sent a message after one question, and the execution is followed to its end while it can be seen", async () => {
    await vscode.commands.executeCommand(`${view}.focus`);
    const thumbnails = await actor("thumbnails");
    const before = (await below("thumbnails", "Executions")).length;
    const ask = await answering(
      host,
      [
        { id: "way", answer: "text" },
        { id: "text", answer: "grüße 👋" },
        { id: "environment", answer: "QUALITY=low" },
        { id: "send", answer: true },
      ],
      () => run("sendMessage", thumbnails),
    );
    assert.match(told(ask).at(-1) ?? "", /^Send this message to thumbnails of tacc\?$/);
    await eventually(async () => {
      const executions = await below("thumbnails", "Executions");
      assert.equal(executions.length, before + 1);
      assert.match(read(executions[0] ?? assert.fail()), /complete/);
    });
    const [newest] = await below("thumbnails", "Executions");
    await run("openExecutionLog", newest);
    await opened(/grüße 👋[\s\S]*QUALITY=low/);
  });

  it("are sent nothing where the question is answered with no, or the person gives up", async () => {
    const before = writes().length;
    const thumbnails = await actor("thumbnails");
    await answering(
      host,
      [
        { id: "way", answer: "text" },
        { id: "text", answer: "hello" },
        { id: "environment", answer: "" },
        { id: "send", answer: false },
      ],
      () => run("sendMessage", thumbnails),
    );
    await answering(host, [{ id: "way", answer: undefined }], () => run("sendMessage", thumbnails));
    assert.equal(writes().length, before);
  });

  it("send a message once where its answer is lost, and say that it may have arrived", async () => {
    sandbox().setFaults([
      { kind: "dropAfter", platform: "agave", method: "POST", path: "/actors/v2", times: 1 },
    ]);
    const before = writes().length;
    const ask = await answering(
      host,
      [
        { id: "way", answer: "text" },
        { id: "text", answer: "once" },
        { id: "environment", answer: "" },
        { id: "send", answer: true },
        { id: "problem", answer: undefined },
      ],
      async () => run("sendMessage", await actor("thumbnails")),
    );
    assert.equal(writes().length, before + 1);
    assert.match(told(ask).at(-1) ?? "", /may|not known|without/i);
  });

  it("give each result of an execution once, into a file, after they have said so", async () => {
    await refresh(await section("thumbnails", "Executions"));
    const execution = (await below("thumbnails", "Executions")).at(-1) ?? assert.fail();
    const path = join(configurationFile(), "..", "result.bin");
    const ask = await answering(
      host,
      [
        { id: "take", answer: true },
        { id: "destination", answer: path },
        { id: "result", answer: undefined },
      ],
      () => run("getExecutionResult", execution),
    );
    assert.match(told(ask)[0] ?? "", /Take the next result/);
    assert.equal(await readFile(path, "utf8"), "hello");
    const again = await answering(
      host,
      [
        { id: "take", answer: true },
        { id: "destination", answer: path },
        { id: "result", answer: undefined },
      ],
      () => run("getExecutionResult", execution),
    );
    assert.match(told(again).at(-1) ?? "", /has no result left/);
    assert.equal(await readFile(path, "utf8"), "hello");
  });

  it("have nonces made and deleted, which are shown by their ends alone", async () => {
    await answering(
      host,
      [
        { id: "level", answer: "READ" },
        { id: "uses", answer: "3" },
        { id: "nonce", answer: undefined },
      ],
      async () => run("createNonce", await section("thumbnails", "Nonces")),
    );
    const nonce = await eventually(async () => {
      const text = await vscode.env.clipboard.readText();
      assert.match(text, /_/);
      return text;
    });
    const [shown] = await below("thumbnails", "Nonces");
    assert.equal(read(shown ?? assert.fail()), `…${nonce.slice(-4)} | READ · 3 of 3 uses left`);
    assert.ok(!JSON.stringify([shown?.node.id, shown?.node.label, shown?.node.tooltip]).includes(nonce));
    await answering(host, [{ id: "delete", answer: true }], () => run("deleteNonce", shown));
    assert.deepEqual((await below("thumbnails", "Nonces")).map(read), ["No nonces"]);
  });

  it("are registered from a form, edited, and deleted together after one question", async () => {
    for (const name of ["made-here", "ждать"])
      await answering(
        host,
        [
          { id: "way", answer: "form" },
          { id: "image", answer: "sandbox/made:1" },
          { id: "name", answer: name },
          { id: "description", answer: "" },
          { id: "stateless", answer: "true" },
          { id: "register", answer: true },
        ],
        async () => run("registerActor", await tacc()),
      );
    for (const name of ["made-here", "ждать"])
      await eventually(async () => assert.match(read(await actor(name)), / \| ready · /));
    const made = [await actor("made-here"), await actor("ждать")];
    const ask = await answering(
      host,
      [
        { id: "delete", answer: true },
        { id: "worked", answer: undefined },
      ],
      () => run("deleteActor", made[0], made),
    );
    assert.deepEqual(told(ask), ["Delete 2 actors of tacc?", "2 actors deleted."]);
    assert.equal((await actors()).length, 2);
  });

  it("are found from the palette by the same questions, down to what hangs below them", async () => {
    const ask = await answering(
      host,
      [
        { id: "item", answer: (await actor("thumbnails")).node.id },
        { id: "item", answer: (await below("thumbnails", "Executions")).at(-1)?.node.id },
      ],
      () => run("openExecutionLog"),
    );
    assert.ok(ask.asked.length === 2);
    await opened(/^Message: hello/);
  });
});
