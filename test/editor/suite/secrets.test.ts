import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import { Secrets } from "../../../src/editor/secrets/store.ts";
import { after, before, describe, it } from "../harness/cases.ts";
import {
  answering,
  configurationFile,
  items,
  labelled,
  rollcall,
  run,
  withoutConfiguration,
} from "./support/rollcall.ts";

describe("secrets", () => {
  let host: Host;
  let server: Server;
  let port: number;
  const received: (string | undefined)[] = [];

  before(async () => {
    host = await rollcall();
    server = createServer((request, response) => {
      received.push(request.headers.authorization);
      response.setHeader("content-type", "application/scim+json");
      response.end(JSON.stringify({ totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] }));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    port = (server.address() as AddressInfo).port;
  });

  after(async () => {
    await withoutConfiguration(host);
    server.close();
  });

  const configure = async (hostname: string) => {
    const url = `http://${hostname}:${port}`;
    await writeFile(configurationFile(), JSON.stringify({ connections: { odm: { platform: "odm", url } } }));
    await host.configuration.reload();
    return url;
  };

  it("go to the origin that they were given for, and to no other", async () => {
    await configure("127.0.0.1");
    const script = [
      { id: "connection", answer: "odm" },
      { id: "token", answer: "tok-canary-2" },
    ];
    await answering(host, script, () => run("signIn"));
    const [odm] = await items(host, "rollcall.users");
    await items(host, "rollcall.users", odm);
    assert.ok(received.length > 0);
    assert.ok(received.every((header) => header?.includes("tok-canary-2")));

    received.length = 0;
    await configure("localhost");
    await host.views.get("rollcall.users")?.refresh();
    const [again] = await items(host, "rollcall.users");
    labelled(await items(host, "rollcall.users", again), "odm needs a sign-in");
    assert.deepEqual(received, []);
  });

  it("are forgotten on signing out", async () => {
    const url = await configure("127.0.0.1");
    await answering(host, [{ id: "connection", answer: "odm" }], () => run("signOut"));
    assert.equal(await host.secrets.source("odm", url).read("token"), undefined);
    const script = [
      { id: "connection", answer: "odm" },
      { id: "notSignedIn", answer: undefined },
    ];
    await answering(host, script, () => run("signOut"));
  });

  it("last as long as the window where the storage keeps none, which is told once", async () => {
    let told = 0;
    const broken = {
      get: async () => undefined,
      store: async () => Promise.reject(new Error("no keyring")),
      delete: async () => undefined,
    } as unknown as vscode.SecretStorage;
    const secrets = new Secrets(broken, () => told++);
    await secrets.store("odm", "https://odm.example.org", "token", "one");
    await secrets.store("tacc", "https://tacc.example.org", "token", "two");
    assert.equal(await secrets.source("odm", "https://odm.example.org").read("token"), "one");
    assert.equal(await secrets.source("odm", "https://odm.example.com").read("token"), undefined);
    assert.equal(told, 1);
  });
});
