import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import { describe, it } from "../harness/cases.ts";
import { runningSandbox } from "./support/agave.ts";
import {
  answering,
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

const view = "rollcall.services";
const uuid = "0f8e4b0c-6f50-4e35-9d0e-111111111111";

describe("the services", () => {
  let host: Host;

  const sandbox = () => runningSandbox(host);
  const running = () => sandbox().state().osparc.running;
  const osparc = async () => labelled(await items(host, view), "osparc");
  const services = async () => items(host, view, await osparc());
  const service = async (name: string) => labelled(await services(), name);
  const started = async () => items(host, view, labelled(await services(), "Running"));

  onSandbox(async (started) => {
    host = started;
    await services();
  });

  it("are listed by key with the newest version first, and their inputs and outputs below", async () => {
    const jupyter = await service("Jupyter");
    assert.equal(read(jupyter), "Jupyter | dynamic · 3 versions");
    const versions = await items(host, view, jupyter);
    assert.deepEqual(
      versions.map(({ node }) => node.label),
      ["2.13.0", "2.10.0", "2.7.0"],
    );
    const [newest] = versions;
    const ports = await items(host, view, newest);
    assert.deepEqual(ports.map(read), ["Inputs | 1", "Outputs | 1"]);
    assert.deepEqual((await items(host, view, ports[0])).map(read), ["input_1 | data:*/*"]);
    assert.match(heard(newest ?? assert.fail()), /^2\.13\.0, Ada Example, version$/);
    assert.match(newest?.node.tooltip ?? "", /support/);
  });

  it("are filtered by words and fields", async () => {
    await answering(host, [{ id: "filter", answer: "viewer type:dynamic" }], () => run("filterServices"));
    assert.deepEqual(
      (await services()).map(({ node }) => node.label),
      ["3d-viewer", "Kember viewer"],
    );
    assert.match(read(await osparc()), /^osparc \| 3 of \d+ · filtered$/);
    await run("clearServicesFilter");
  });

  it("open as JSON, and are copied with the key as one segment of the URL", async () => {
    const [version] = await items(host, view, await service("3d-viewer"));
    await run("openJson", version);
    assert.equal(JSON.parse((await opened(/"3d-viewer"/)).getText()).version, "2.6.0");
    await run("copyCurl", version);
    const { url } = sandbox().endpoints.osparc;
    const address = `${url}/services/simcore%2Fservices%2Fdynamic%2F3d-viewer/2.6.0`;
    await eventually(async () => assert.equal(await vscode.env.clipboard.readText(), `curl '${address}'`));
  });

  it("are started after a version, a user and a uuid, remembered, and opened at their entry point", async () => {
    const viewer = await service("3d-viewer");
    const ask = await answering(
      host,
      [
        { id: "version", answer: "simcore/services/dynamic/3d-viewer:1.0.1" },
        { id: "user", answer: "ada" },
        { id: "uuid", answer: uuid },
        { id: "started", answer: undefined },
      ],
      () => run("startService", viewer),
    );
    const [one] = running();
    assert.deepEqual([one?.uuid, one?.version, one?.user], [uuid, "1.0.1", "ada"]);
    const address = `http://127.0.0.1:${one?.port}/visualizer`;
    assert.equal(told(ask).at(-1), `3d-viewer 1.0.1 runs at ${address}.`);
    const [shown] = await started();
    assert.equal(read(shown ?? assert.fail()), `3d-viewer 1.0.1 | running · port ${one?.port} · 0f8e4b0c`);
    await run("copyUrl", shown);
    await eventually(async () => assert.equal(await vscode.env.clipboard.readText(), address));
  });

  it("are told of a uuid that is in use, and started under another", async () => {
    await answering(
      host,
      [
        { id: "user", answer: "ada" },
        { id: "uuid", answer: uuid },
        { id: "conflict", answer: "Start with a New UUID" },
        { id: "started", answer: undefined },
      ],
      async () => run("startService", await service("Modeler")),
    );
    assert.equal(running().length, 2);
    assert.equal((await started()).length, 2);
  });

  it("that open no port say so instead of opening one", async () => {
    await answering(
      host,
      [
        { id: "user", answer: "ada" },
        { id: "uuid", answer: "no-port" },
        { id: "started", answer: undefined },
      ],
      async () => run("startService", await service("Kember viewer")),
    );
    const kember = labelled(await started(), "Kember viewer");
    assert.match(read(kember), /running · opens no port/);
    assert.ok(!kember.node.flags?.includes("address"));
    const ask = await answering(host, [{ id: "noPort", answer: undefined }], () =>
      run("openService", kember),
    );
    assert.match(told(ask)[0] ?? "", /opens no port/);
  });

  it("that never come up are told in the director's words, and are not remembered", async () => {
    const before = (await started()).length;
    const ask = await answering(
      host,
      [
        { id: "user", answer: "ada" },
        { id: "uuid", answer: "bad" },
        { id: "problem", answer: undefined },
      ],
      async () => run("startService", await service("Bad starter")),
    );
    assert.match(told(ask).at(-1) ?? "", /500 The service .*bad-starter:0\.1\.0 failed to start/);
    assert.equal((await started()).length, before);
  });

  it("are found again where the answer to the start was lost", async () => {
    sandbox().setFaults([{ kind: "dropAfter", platform: "osparc", method: "POST", times: 1 }]);
    const ask = await answering(
      host,
      [
        { id: "version", answer: "simcore/services/dynamic/raw-graphs:2.8.1" },
        { id: "user", answer: "ada" },
        { id: "uuid", answer: "lost" },
        { id: "problem", answer: undefined },
      ],
      async () => run("startService", await service("2D plot")),
    );
    assert.match(told(ask).at(-1) ?? "", /may be running/);
    const lost = labelled(await started(), "2D plot");
    assert.equal(read(lost), "2D plot 2.8.1 | running · lost");
  });

  it("are forgotten once they do not run any more, and kept where the director cannot be asked", async () => {
    const { url } = sandbox().endpoints.osparc;
    const before = await started();
    sandbox().setFaults([
      { kind: "forbidden", platform: "osparc", path: "/v0/running_interactive_services" },
    ]);
    await run("refresh", await osparc());
    assert.ok((await started()).every((handle) => read(handle).includes("osparc does not allow this")));
    sandbox().setFaults([]);
    await fetch(`${url}/running_interactive_services/${uuid}`, { method: "DELETE" });
    await run("refresh", await osparc());
    assert.equal((await started()).length, before.length - 1);
  });

  it("are stopped together after one question; one that has ended already counts as stopped", async () => {
    const all = await started();
    const { url } = sandbox().endpoints.osparc;
    await fetch(`${url}/running_interactive_services/lost`, { method: "DELETE" });
    const ask = await answering(
      host,
      [
        { id: "stop", answer: true },
        { id: "worked", answer: undefined },
      ],
      () => run("stopService", all[0], all),
    );
    assert.equal(told(ask)[0], `Stop ${all.length} services of osparc?`);
    assert.equal(told(ask)[1], `${all.length} services stopped.`);
    assert.deepEqual(running(), []);
    assert.ok((await services()).every(({ node }) => node.noun === "service"));
  });

  it("that are gone from the catalogue leave it when they are read again", async () => {
    const [version] = await items(host, view, await service("OpenCOR"));
    sandbox().setFaults([{ kind: "latency", platform: "osparc", ms: 1 }]);
    await run("refresh", version);
    assert.equal((await items(host, view, await service("OpenCOR")))[0], version);
  });

  it("that are computational are not started", async () => {
    const [version] = await items(host, view, await service("sleeper"));
    const ask = await answering(host, [{ id: "none", answer: undefined }], () =>
      run("startService", version),
    );
    assert.match(told(ask)[0] ?? "", /Only interactive services/);
  });
});
