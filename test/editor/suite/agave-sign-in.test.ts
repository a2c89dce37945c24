import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Host } from "../../../src/editor/host.ts";
import { originOf } from "../../../src/editor/secrets/place.ts";
import type { Handle } from "../../../src/editor/tree/handle.ts";
import type { Offer } from "../../../src/editor/ui/ask.ts";
import { type Sandbox, startSandbox } from "../../../src/sandbox/sandbox.ts";
import { after, afterEach, before, describe, it } from "../harness/cases.ts";
import {
  answering,
  configurationFile,
  eventually,
  items,
  labelled,
  read,
  rollcall,
  run,
  told,
  withoutConfiguration,
} from "./support/rollcall.ts";

const views = ["actors", "apps", "jobs", "systems"] as const;

describe("the sign-in to Agave", () => {
  let host: Host;
  let sandbox: Sandbox;

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
    sandbox = await startSandbox({ users: 40 });
    const { agave, ubiops } = sandbox.endpoints;
    const connections = {
      tacc: { platform: "agave", url: agave.url },
      models: { platform: "ubiops", url: ubiops.url, project: ubiops.project },
    };
    await writeFile(configurationFile(), JSON.stringify({ connections }));
    await host.configuration.reload();
  });

  afterEach(() => {
    sandbox.setFaults([]);
  });

  after(async () => {
    await withoutConfiguration(host);
    for (const name of ["tacc", "models"]) await host.secrets.forgetEverywhere(name);
    await host.sessions.close();
    await sandbox.close();
  });

  const place = () => ({ connection: "tacc", origin: originOf(sandbox.endpoints.agave.url) });
  const kept = (name: "refreshToken" | "password") => host.secrets.source("tacc", place().origin).read(name);
  const redeemed = () => sandbox.log().filter(({ path }) => path === "/token").length;

  /** What each view of Agave shows below the connection. */
  async function shown(): Promise<readonly (readonly Handle[])[]> {
    return Promise.all(
      views.map(async (view) => {
        const id = `rollcall.${view}`;
        return items(host, id, labelled(await items(host, id), "tacc"));
      }),
    );
  }

  async function readAll(): Promise<readonly (readonly Handle[])[]> {
    for (const view of views) {
      host.resources[view].expire("tacc");
      await host.views.get(`rollcall.${view}`)?.tree.refresh();
    }
    return shown();
  }

  function isRead(lists: readonly (readonly Handle[])[]): void {
    for (const list of lists) {
      assert.ok(list.length > 0);
      const failures = list.filter(({ node }) => node.noun === "failure");
      assert.deepEqual(
        failures.map(({ node }) => node.tooltip),
        [],
      );
    }
  }

  async function signInByPassword(): Promise<void> {
    const { username, password } = sandbox.endpoints.agave;
    const script = [
      { id: "way", answer: "password" },
      { id: "username", answer: username },
      { id: "password", answer: password },
    ];
    await answering(host, script, () => run("signIn", "tacc"));
  }

  async function signInByRefreshToken(): Promise<void> {
    const { clientKey, clientSecret, username, password } = sandbox.endpoints.agave;
    const refreshToken = await granted({ grant_type: "password", username, password });
    await host.secrets.replace(place(), { clientKey, clientSecret, refreshToken });
    await host.sessions.close();
  }

  /** A refresh token that the platform gives for something, as it would give it to another program. */
  async function granted(fields: Readonly<Record<string, string>>): Promise<string> {
    const { clientKey, clientSecret } = sandbox.endpoints.agave;
    const pair = Buffer.from(`${clientKey}:${clientSecret}`).toString("base64");
    const answer = await fetch(`${place().origin}/token`, {
      method: "POST",
      headers: { authorization: `Basic ${pair}` },
      body: new URLSearchParams(fields),
    });
    return ((await answer.json()) as { readonly refresh_token: string }).refresh_token;
  }

  it("is one for all that is read at once, and renewed once for all of it", async () => {
    await signInByRefreshToken();
    const first = redeemed();
    isRead(await readAll());
    assert.equal(redeemed(), first + 1);
    for (let round = 1; round <= 2; round += 1) {
      const before = await kept("refreshToken");
      sandbox.setFaults([{ kind: "expiredTokens", platform: "agave", times: 1 }]);
      isRead(await readAll());
      assert.equal(redeemed(), first + 1 + round);
      assert.notEqual(await kept("refreshToken"), before);
    }
  });

  it("goes on where another window has redeemed the refresh token", async () => {
    const known = (await kept("refreshToken")) ?? "";
    const renewed = await granted({ grant_type: "refresh_token", refresh_token: known });
    const session = await host.sessions.get();
    await host.context.secrets.store(`connection/tacc@${place().origin}/refreshToken`, renewed);
    await answering(host, [], async () => isRead(await readAll()));
    await sleep(1000);
    assert.ok((await host.sessions.get()) === session);
  });

  it("that was revoked leads to an item with Sign In in place, and to no message", async () => {
    await host.secrets.store("tacc", place().origin, "refreshToken", "refresh-canary");
    await host.sessions.close();
    const before = redeemed();
    await answering(host, [], async () => {
      for (const [failure] of await readAll()) {
        assert.ok(failure);
        assert.equal(read(failure), "tacc needs a sign-in | Sign in, or select to retry");
        assert.deepEqual(failure.node.flags, ["signIn"]);
        assert.ok(!JSON.stringify(failure.node).includes("canary"));
      }
      assert.equal(redeemed(), before + 1);
    });
  });

  it("works from such an item, and what it was in the way of is read", async () => {
    const [[failure] = []] = await shown();
    assert.equal(failure?.node.noun, "failure");
    const { username, password } = sandbox.endpoints.agave;
    const script = [
      { id: "way", answer: "once" },
      { id: "username", answer: username },
      { id: "password", answer: password },
    ];
    await answering(host, script, () => run("signIn", failure));
    await eventually(async () => isRead(await shown()));
    assert.equal(await kept("password"), undefined);
  });

  it("that has expired and cannot be renewed leads to the same item, and Sign In works from there", async () => {
    sandbox.setFaults([{ kind: "expiredTokens", platform: "agave", times: 1 }]);
    const [[failure] = []] = await answering(host, [], readAll).then(() => shown());
    assert.match(failure?.node.tooltip ?? "", /the token has expired/);
    sandbox.setFaults([]);
    await signInByPassword();
    await eventually(async () => isRead(await shown()));
  });

  it("that is ended leaves nothing of what was read in the views", async () => {
    isRead(await shown());
    await answering(host, [], () => run("signOut", "tacc"));
    for (const view of views) assert.deepEqual(host.resources[view].all(), []);
    for (const list of await shown())
      assert.deepEqual(list.map(read), ["tacc needs a sign-in | Sign in, or select to retry"]);
  });

  it("that a command misses is told once, with a way to it", async () => {
    const models = labelled(await items(host, "rollcall.serviceUsers"), "models");
    const create = [
      { id: "name", answer: "one" },
      { id: "expiry", answer: "never" },
      { id: "origins", answer: "" },
      { id: "tokenPlace", answer: "keep" },
      { id: "problem", answer: "Sign In…" },
      { id: "token", answer: sandbox.endpoints.ubiops.token },
    ];
    const ask = await answering(host, create, () => run("createServiceUser", models));
    assert.deepEqual((ask.asked[4] as Offer).actions, ["Sign In…", "Show Log"]);
    assert.match(told(ask)[4] ?? "", /^models: not signed in/);
    assert.ok((await items(host, "rollcall.serviceUsers", models)).length > 1);
  });
});
