import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import type { Handle } from "../../../src/editor/tree/handle.ts";
import { describe, it } from "../harness/cases.ts";
import { type Beside, besideRollcall, runningSandbox } from "./support/agave.ts";
import { eventually, items, labelled, read, run } from "./support/rollcall.ts";
import { onSandbox } from "./support/sandbox.ts";

const view = "rollcall.jobs";
const long = { timeoutMilliseconds: 120_000 };

/** Longer than the first pauses of a watch, so that a round would have been seen. */
const whileNothingHappens = () => sleep(7000);

describe("jobs that are under way", () => {
  let host: Host;
  let beside: Beside;
  const fired: (Handle | undefined)[] = [];
  let listening: vscode.Disposable | undefined;

  const shown = () => host.views.get(view) ?? assert.fail();
  const tacc = async () => labelled(await items(host, view), "tacc");
  const jobs = async () => items(host, view, await tacc());
  const job = async (name: string) => labelled(await jobs(), name);
  const idOf = ({ node }: Handle) => node.id.split("/").at(-1) ?? "";
  const paths = () =>
    runningSandbox(host)
      .log()
      .filter(({ method, path }) => method === "GET" && path.startsWith("/jobs/v2"))
      .map(({ path }) => path);
  const rounds = () => paths().filter((path) => path.includes("id.in="));
  const submit = async (name: string) => {
    const { result } = await beside.send("POST", "/jobs/v2", { name, appId: "wordcount-1.0" });
    return (result as { id: string }).id;
  };
  const stop = (id: string) => beside.send("POST", `/jobs/v2/${id}`, { action: "stop" });
  const show = async () => {
    await vscode.commands.executeCommand(`${view}.focus`);
    await eventually(async () => assert.ok(shown().view.visible));
  };
  const hide = async () => {
    await vscode.commands.executeCommand("workbench.view.explorer");
    await eventually(async () => assert.ok(!shown().view.visible));
  };
  const refresh = async () => run("refresh", await tacc());
  const nextRound = async () => {
    const before = rounds().length;
    await eventually(async () => assert.ok(rounds().length > before));
  };

  onSandbox(async (started) => {
    host = started;
    beside = besideRollcall(host);
    await show();
    await eventually(async () => assert.ok(host.resources.jobs.list("tacc")));
    listening = shown().tree.onDidChangeTreeData((handle) => fired.push(handle));
    return () => {
      listening?.dispose();
    };
  });

  it(
    "are followed by one request a round for all of them, and nothing is shown anew where nothing has changed",
    async () => {
      const id = idOf(await job("long exposure"));
      await refresh();
      fired.length = 0;
      const before = paths().length;
      await nextRound();
      await nextRound();
      const asked = paths().slice(before);
      assert.equal(asked.length, 2, asked.join("\n"));
      for (const path of asked) assert.ok(path.includes(id), path);
      assert.deepEqual(fired, []);
    },
    long,
  );

  it(
    "are not asked for while nobody sees the view, and are again when it is shown",
    async () => {
      await hide();
      const before = paths().length;
      await whileNothingHappens();
      assert.equal(paths().length, before);
      await show();
      await nextRound();
    },
    long,
  );

  it(
    "change by themselves in the view, which keeps its selection and shows them alone anew",
    async () => {
      const id = await submit("follow me");
      await refresh();
      const followed = await job("follow me");
      assert.ok(followed.node.flags?.includes("unfinished"));
      const first = await job("first light");
      await shown().view.reveal(first, { select: true, expand: true });
      const sections = await items(host, view, first);
      fired.length = 0;
      await eventually(async () => assert.match(read(followed), /^follow me \| finished/));
      assert.equal(await job("follow me"), followed, "the item is the same one");
      assert.equal(shown().view.selection[0], first);
      assert.deepEqual(await items(host, view, first), sections);
      assert.deepEqual([...new Set(fired.map((handle) => handle?.node.label))], ["follow me"]);
      assert.ok(followed.node.flags?.includes("final"));
      const before = paths().length;
      await nextRound();
      assert.ok(!paths().slice(before).join().includes(id), "it is asked for what has ended");
    },
    long,
  );

  it(
    "are stopped behind our back, and then nothing is asked for any more",
    async () => {
      const running = await job("long exposure");
      const outputs = labelled(await items(host, view, running), "Outputs");
      await items(host, view, outputs);
      await stop(idOf(running));
      await eventually(async () => assert.match(read(running), /stopped/));
      assert.equal(shown().view.badge, undefined);
      assert.ok(outputs.stale, "what is open below it is to be read once more when it is shown");
      const before = paths().length;
      await whileNothingHappens();
      assert.deepEqual(paths().slice(before), []);
    },
    long,
  );

  it(
    "leave the view where they are deleted behind our back",
    async () => {
      const id = await submit("short-lived");
      await refresh();
      assert.ok(await job("short-lived"));
      await beside.send("DELETE", `/jobs/v2/${id}`);
      const labels = async () => (await jobs()).map(({ node }) => node.label);
      await eventually(async () => assert.ok(!(await labels()).includes("short-lived")));
      assert.ok((await labels()).includes("first light"));
    },
    long,
  );

  it(
    "are kept as they were known last where they cannot be read, and left alone until the list is read again",
    async () => {
      const id = await submit("out of sight");
      await refresh();
      runningSandbox(host).setFaults([
        { kind: "forbidden", platform: "agave", method: "GET", path: "/jobs" },
      ]);
      await eventually(async () => assert.match(read(await tacc()), / · as of \d/));
      const failures = async () => (await jobs()).filter(({ node }) => node.noun === "failure");
      assert.ok(await job("out of sight"));
      assert.deepEqual(await failures(), []);
      const before = paths().length;
      await whileNothingHappens();
      assert.equal(paths().length, before);
      await refresh();
      assert.equal((await failures()).length, 1);
      assert.ok(await job("out of sight"));
      runningSandbox(host).setFaults([]);
      await stop(id);
      await refresh();
      assert.doesNotMatch(read(await tacc()), /as of/);
      assert.deepEqual(await failures(), []);
    },
    long,
  );
});
