import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import { secretKey } from "../../../src/editor/secrets/secret.ts";
import { Secrets } from "../../../src/editor/secrets/store.ts";
import { tellUnkept } from "../../../src/editor/secrets/tell-unkept.ts";
import { after, before, describe, it } from "../harness/cases.ts";
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

/** Storages that keep nothing, each in a way of its own. */
const brokenStorages = {
  "forgets what it is given": {
    get: async () => undefined,
    store: async () => undefined,
    delete: async () => undefined,
    keys: async () => [],
  },
  "cannot say what it has": {
    get: async () => undefined,
    store: async () => Promise.reject(new Error("no keyring")),
    delete: async () => undefined,
    keys: async () => Promise.reject(new Error("no keyring")),
  },
  "is locked": {
    get: async () => Promise.reject(new Error("locked")),
    store: async () => Promise.reject(new Error("locked")),
    delete: async () => Promise.reject(new Error("locked")),
    keys: async () => Promise.reject(new Error("locked")),
  },
} as const;

/** A storage that tells what is written to it, as the editor's does. */
function memoryStorage(): vscode.SecretStorage {
  const kept = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
  return {
    get: async (key) => kept.get(key),
    keys: async () => [...kept.keys()],
    async store(key, value) {
      kept.set(key, value);
      changed.fire({ key });
    },
    async delete(key) {
      kept.delete(key);
      changed.fire({ key });
    },
    onDidChange: changed.event,
  };
}

describe("secrets", () => {
  let host: Host;
  let server: Server;
  let port: number;
  const received: (string | undefined)[] = [];
  let held = Promise.resolve();

  before(async () => {
    host = await rollcall();
    server = createServer(async (request, response) => {
      received.push(request.headers.authorization);
      await held;
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

  const shown = async () => {
    const [odm] = await items(host, "rollcall.users");
    return (await items(host, "rollcall.users", odm)).map(read);
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
    for (const given of [[], ["odm"]]) {
      const ask = await answering(host, [{ id: "notSignedIn", answer: undefined }], () =>
        run("signOut", ...given),
      );
      assert.match(told(ask)[0] ?? "", given.length === 0 ? /^No connection/ : /^odm is not signed in/);
    }
  });

  it("last as long as the window where the storage keeps none, which is told once", async () => {
    let losses = 0;
    const broken = {
      get: async () => undefined,
      store: async () => Promise.reject(new Error("no keyring")),
      delete: async () => undefined,
    } as unknown as vscode.SecretStorage;
    const secrets = new Secrets(broken, () => losses++);
    await secrets.store("odm", "https://odm.example.org", "token", "one");
    await secrets.store("tacc", "https://tacc.example.org", "token", "two");
    assert.equal(await secrets.source("odm", "https://odm.example.org").read("token"), "one");
    assert.equal(await secrets.source("odm", "https://odm.example.com").read("token"), undefined);
    assert.equal(losses, 1);
  });

  for (const [how, broken] of Object.entries(brokenStorages))
    it(`sign in and out for as long as the window where the storage ${how}`, async () => {
      let losses = 0;
      const secrets = new Secrets(broken as unknown as vscode.SecretStorage, () => losses++);
      const [here, there] = ["https://odm.example.org", "https://old.example.org"].map((origin) => ({
        connection: "odm",
        origin,
      }));
      assert.ok(here && there);
      for (let round = 0; round < 2; round += 1) {
        await secrets.replace(here, { token: "one" });
        await secrets.replace(there, { refreshToken: "two" });
        assert.deepEqual(await secrets.places(), [here, there]);
        assert.deepEqual([await secrets.isSignedIn(here), await secrets.isSignedIn(there)], [true, true]);
        assert.equal(
          await secrets.forgetEverywhere("odm").catch(() => "told"),
          how === "is locked" ? "told" : true,
        );
        assert.deepEqual([await secrets.isSignedIn(here), losses], [false, 1]);
      }
      secrets.dispose();
    });

  it("are not opened to tell who is signed in", async () => {
    const place = { connection: "odm", origin: "https://odm.example.org" };
    const storage = {
      keys: async () => [secretKey(place.connection, place.origin, "token")],
      get: async () => assert.fail("opened"),
    } as unknown as vscode.SecretStorage;
    const secrets = new Secrets(storage, () => {});
    assert.equal(await secrets.isSignedIn(place), true);
    assert.equal(await secrets.isSignedIn({ ...place, connection: "tacc" }), false);
    assert.deepEqual(await secrets.places(), [place]);
  });

  it("that were not kept are told with the ways out", async () => {
    const ask = await answering(host, [{ id: "unkept", answer: undefined }], async () => tellUnkept(host));
    assert.match(told(ask)[0] ?? "", /until this window is closed.*keyring.*command line.*environment/);
  });

  it("of another window are used at once: what shows the connection is read again", async () => {
    const url = await configure("127.0.0.1");
    const key = secretKey("odm", url, "token");
    await host.views.get("rollcall.users")?.refresh();
    assert.match((await shown())[0] ?? "", /^odm needs a sign-in/);
    const session = await host.sessions.get();
    await answering(host, [], async () => {
      await host.context.secrets.store(key, "tok-canary-3");
      await eventually(async () => assert.deepEqual(await shown(), ["No users"]));
      assert.ok(received.at(-1)?.includes("tok-canary-3"));
      assert.notEqual(await host.sessions.get(), session);
      await host.context.secrets.delete(key);
      await eventually(async () => assert.match((await shown())[0] ?? "", /^odm needs a sign-in/));
    });
  });

  it("of another window wait until nothing is under way that they would cut off", async () => {
    const url = await configure("127.0.0.1");
    await host.secrets.store("odm", url, "token", "tok-canary-4");
    const session = await host.sessions.get();
    let answer = () => {};
    held = new Promise((resolve) => {
      answer = resolve;
    });
    const before = received.length;
    const probing = run("probeConnection", "odm");
    await eventually(async () => assert.ok(received.length > before));
    await host.context.secrets.store(secretKey("odm", url, "token"), "tok-canary-5");
    await sleep(1000);
    assert.ok((await host.sessions.get()) === session);
    answer();
    await probing;
    await opened(/^odm: Genestack ODM at/);
    await eventually(async () => assert.ok((await host.sessions.get()) !== session));
  });

  it("that another window has only renewed leave the session as it is, unless they are waited for", async () => {
    const url = await configure("127.0.0.1");
    await eventually(async () => assert.deepEqual(await shown(), ["No users"]));
    const session = await host.sessions.get();
    const renew = (value: string) => host.context.secrets.store(secretKey("odm", url, "refreshToken"), value);
    await renew("refresh-canary-1");
    await sleep(1000);
    assert.ok((await host.sessions.get()) === session);
    await host.secrets.forget("odm", url, ["token"]);
    await host.sessions.close();
    await run("refresh", labelled(await items(host, "rollcall.users"), "odm"));
    assert.match((await shown())[0] ?? "", /^odm needs a sign-in/);
    const failing = await host.sessions.get();
    await renew("refresh-canary-2");
    await eventually(async () => assert.ok((await host.sessions.get()) !== failing));
    await run("signOut", "odm");
  });

  it("that this window writes are not taken for another one's", async () => {
    const heard: string[] = [];
    const storage = memoryStorage();
    const secrets = new Secrets(storage, () => {});
    storage.onDidChange(({ key }) => secrets.look(key));
    secrets.onDidChange(({ here, elsewhere }) =>
      heard.push(`${[...here]} here, ${[...elsewhere]} elsewhere`),
    );
    const place = { connection: "tacc", origin: "https://api.example.org" };
    await secrets.replace(place, { clientKey: "key", refreshToken: "one" });
    await secrets.store(place.connection, place.origin, "refreshToken", "two");
    await eventually(async () => assert.deepEqual(heard, ["refreshToken,clientKey here,  elsewhere"]));
    await storage.store(secretKey(place.connection, place.origin, "refreshToken"), "three");
    await eventually(async () => assert.deepEqual(heard.slice(1), [" here, refreshToken elsewhere"]));
    assert.equal(await secrets.source(place.connection, place.origin).read("refreshToken"), "three");
    await secrets.forget(place.connection, place.origin);
    await eventually(async () =>
      assert.deepEqual(heard.slice(2), ["refreshToken,clientKey here,  elsewhere"]),
    );
    secrets.dispose();
  });
});
