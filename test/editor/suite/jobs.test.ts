import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import { after, afterEach, before, describe, it } from "../harness/cases.ts";
import {
  answering,
  configurationFile,
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

const view = "rollcall.jobs";

describe("the jobs", () => {
  let host: Host;

  const sandbox = () => host.sandbox.running ?? assert.fail("the sandbox does not run");
  const tacc = async () => labelled(await items(host, view), "tacc");
  const jobs = async () => items(host, view, await tacc());
  const job = async (name: string) => labelled(await jobs(), name);
  const below = async (name: string, label: string) =>
    items(host, view, labelled(await items(host, view, await job(name)), label));
  const lists = () =>
    sandbox()
      .log()
      .filter(({ path }) => path.startsWith("/jobs/v2") && !path.includes("/outputs")).length;

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
    await run("startSandbox");
    await jobs();
  });

  afterEach(() => {
    host.sandbox.running?.setFaults([]);
  });

  after(async () => {
    await run("stopSandbox");
  });

  it("are listed with their state in words, and with what hangs below them", async () => {
    const finished = await job("first light");
    assert.equal(read(finished), "first light | finished · wordcount-1.0 · 30 min");
    assert.equal(heard(finished), "first light, finished · wordcount-1.0 · 30 min, job");
    const icons = (await jobs()).map(({ node }) => node.icon?.id);
    assert.deepEqual(new Set(icons), new Set(["pass", "error", "circle-slash"]));
    assert.deepEqual(
      (await items(host, view, finished)).map(({ node }) => node.label),
      ["History", "Outputs", "Details", "Permissions", "Metadata", "Notifications"],
    );
    assert.deepEqual(
      (await below("first light", "History")).map(({ node }) => node.label),
      ["pending", "finished"],
    );
  });

  it("are searched and sorted by the server", async () => {
    await answering(host, [{ id: "filter", answer: "status=FAILED" }], () => run("filterJobs"));
    assert.deepEqual(
      (await jobs()).map(({ node }) => node.label),
      ["calibration"],
    );
    await answering(host, [{ id: "filter", answer: "nothing-like-this" }], () => run("filterJobs"));
    assert.deepEqual((await jobs()).map(read), ["No job matches the filter | nothing-like-this"]);
    await run("clearJobsFilter");
    await answering(host, [{ id: "arrangement", answer: "sort/name" }], () => run("arrangeJobs"));
    assert.deepEqual(
      (await jobs()).map(({ node }) => node.label),
      ["calibration", "first light", "night run"],
    );
    assert.ok(
      sandbox()
        .log()
        .some(({ path }) => path.includes("orderBy=name&order=asc")),
    );
    await answering(host, [{ id: "arrangement", answer: "sort/" }], () => run("arrangeJobs"));
  });

  it("open their outputs by an address that lasts, and download them", async () => {
    const outputs = await below("first light", "Outputs");
    const file = outputs.find(({ node }) => node.flags?.includes("file")) ?? assert.fail("no file");
    assert.match(read(file), /\d+ B|kB/);
    await run("openJobOutput", file);
    const document = await eventually(async () => {
      const active = vscode.window.activeTextEditor?.document;
      assert.match(active?.uri.query ?? "", /jobOutput/);
      return active ?? assert.fail();
    });
    const path = join(configurationFile(), "..", "output.txt");
    await answering(
      host,
      [
        { id: "destination", answer: path },
        { id: "saved", answer: undefined },
      ],
      () => run("downloadJobOutput", file),
    );
    assert.equal(await readFile(path, "utf8"), document.getText());
  });

  it(
    "are resubmitted after one question, and followed by one request a round until they have ended",
    async () => {
      await vscode.commands.executeCommand(`${view}.focus`);
      await eventually(async () => assert.ok(host.views.get(view)?.view.visible));
      const ask = await answering(host, [{ id: "resubmit", answer: true }], async () =>
        run("resubmitJob", await job("first light")),
      );
      assert.equal(told(ask)[0], "Resubmit first light of tacc?");
      const unfinished = await eventually(async () => {
        const found = (await jobs()).find(({ node }) => node.flags?.includes("unfinished"));
        return found ?? assert.fail("none is under way");
      });
      assert.equal(host.views.get(view)?.view.badge?.value, 1);
      await eventually(async () => assert.ok(unfinished.node.flags?.includes("final"), read(unfinished)));
      assert.equal(host.views.get(view)?.view.badge, undefined);
      const rounds = sandbox()
        .log()
        .filter(({ path }) => path.includes("id.in="));
      assert.ok(rounds.length > 0);
      const before = lists();
      await new Promise((resolve) => setTimeout(resolve, 3000));
      assert.equal(lists(), before, "it is asked for what has ended");
    },
    { timeoutMilliseconds: 120_000 },
  );

  it("that are under way are stopped after one question; those that have ended are left out", async () => {
    await answering(host, [{ id: "resubmit", answer: true }], async () =>
      run("resubmitJob", await job("calibration")),
    );
    const all = await jobs();
    const running = all.find(({ node }) => node.flags?.includes("unfinished")) ?? assert.fail();
    const ask = await answering(host, [{ id: "stop", answer: true }], () => run("stopJob", running, all));
    assert.match(told(ask)[0] ?? "", /^Stop calibration of tacc\?$/);
    assert.match(read(labelled([(await jobs())[0] ?? assert.fail()], "calibration")), /stopped/);
    const none = await answering(host, [{ id: "none", answer: undefined }], async () =>
      run("stopJob", await job("first light")),
    );
    assert.match(told(none)[0] ?? "", /all have ended/);
  });

  it("that are gone behind our back count as deleted, and deleted ones are restored by their ids", async () => {
    const [one, other] = await jobs();
    const { agave } = sandbox().endpoints;
    const id = one?.node.id.split("/").at(-1);
    await fetch(`${agave.url}/jobs/v2/${id}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${agave.token}` },
    });
    const before = (await jobs()).length;
    const ask = await answering(
      host,
      [
        { id: "delete", answer: true },
        { id: "worked", answer: undefined },
      ],
      () => run("deleteJob", one, [one, other]),
    );
    assert.match(told(ask)[0] ?? "", /^Delete 2 jobs of tacc\?$/);
    assert.equal((await jobs()).length, before - 2);
    await answering(
      host,
      [
        { id: "job", answer: id },
        { id: "restore", answer: true },
      ],
      () => run("restoreJob"),
    );
    assert.equal((await jobs()).length, before - 1);
  });

  it("say in their place that one is refused, and keep the others", async () => {
    sandbox().setFaults([{ kind: "forbidden", platform: "agave", method: "POST", times: 1 }]);
    const all = await jobs();
    const ask = await answering(
      host,
      [
        { id: "resubmit", answer: true },
        { id: "partly", answer: "Show Details" },
      ],
      () => run("resubmitJob", all[0], all.slice(0, 2)),
    );
    assert.match(told(ask).at(-1) ?? "", /^1 job resubmitted\. 1 failed: /);
    await opened(/1 job resubmitted/);
  });
});
