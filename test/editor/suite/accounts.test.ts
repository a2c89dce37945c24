import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import * as vscode from "vscode";
import { noToken } from "../../../src/editor/accounts/account.ts";
import type { Host } from "../../../src/editor/host.ts";
import { originOf } from "../../../src/editor/secrets/place.ts";
import type { ConfirmQuestion } from "../../../src/editor/ui/ask.ts";
import { keepToken, keptToken } from "../../../src/editor/views/service-users/tokens.ts";
import { rememberStarted, startedServices } from "../../../src/editor/views/services/running.ts";
import { after, before, describe, it } from "../harness/cases.ts";
import {
  answering,
  configurationFile,
  eventually,
  extension,
  rollcall,
  run,
  withoutConfiguration,
} from "./support/rollcall.ts";

const urls = {
  odm: "https://odm.example.org",
  tacc: "https://api.example.org/tenant",
  models: "https://models.example.org/v2.1",
  osparc: "https://osparc.example.org/v0",
} as const;

describe("the accounts", () => {
  let host: Host;
  let accounts: vscode.AuthenticationProvider;
  const events: string[] = [];
  let listening: vscode.Disposable;

  before(async () => {
    host = await rollcall();
    ({ accounts } = (await extension().activate()) as { accounts: vscode.AuthenticationProvider });
    await withoutConfiguration(host);
    await configure(urls);
    listening = accounts.onDidChangeSessions((changes) => {
      for (const [what, sessions] of Object.entries(changes))
        for (const { account } of sessions ?? []) events.push(`${what} ${account.label}`);
    });
  });

  after(async () => {
    listening.dispose();
    await withoutConfiguration(host);
    for (const name of Object.keys(urls)) await host.secrets.forgetEverywhere(name);
  });

  async function configure(connections: Readonly<Record<string, string>>): Promise<void> {
    const platforms: Readonly<Record<string, string>> = { tacc: "agave", models: "ubiops" };
    const configured = Object.entries(connections).map(([name, url]) => [
      name,
      { platform: platforms[name] ?? name, url },
    ]);
    await writeFile(configurationFile(), JSON.stringify({ connections: Object.fromEntries(configured) }));
    await host.configuration.reload();
  }

  const labels = async () => (await vscode.authentication.getAccounts("rollcall")).map(({ label }) => label);
  const sessions = () => accounts.getSessions(undefined, {});
  const told = (...expected: readonly string[]) =>
    eventually(async () => assert.deepEqual(events.splice(0), expected));

  it("are none before anybody has signed in", async () => {
    assert.deepEqual(await labels(), []);
  });

  it("are signed in from another extension's request, straight at the connection that it names", async () => {
    const ask = await answering(host, [{ id: "token", answer: "tok-canary-1" }], async () => {
      const { account, scopes } = await accounts.createSession(["odm"], {});
      assert.deepEqual([account.label, scopes], ["odm (odm.example.org)", ["odm"]]);
    });
    assert.match((ask.asked[0] as { prompt: string }).prompt, /https:\/\/odm\.example\.org/);
    await told("added odm (odm.example.org)");
    assert.deepEqual(await labels(), ["odm (odm.example.org)"]);
    assert.deepEqual((await accounts.getSessions(["tacc"], {})).length, 0);
    assert.deepEqual((await accounts.getSessions(["odm"], {})).length, 1);
  });

  it("are signed in where no connection is named after that is chosen, and come with the command as well", async () => {
    const script = [
      { id: "connection", answer: "models" },
      { id: "token", answer: "tok-canary-2" },
    ];
    await answering(host, script, () => accounts.createSession([], {}));
    await told("added models (models.example.org)");
    const agave = [
      { id: "way", answer: "token" },
      { id: "token", answer: "tok-canary-3" },
    ];
    await answering(host, agave, () => run("signIn", "tacc"));
    await told("added tacc (api.example.org)");
    assert.deepEqual((await labels()).toSorted(), [
      "models (models.example.org)",
      "odm (odm.example.org)",
      "tacc (api.example.org)",
    ]);
  });

  it("have no secret in them", async () => {
    assert.ok((await sessions()).length > 0);
    for (const session of await sessions()) {
      assert.equal(session.accessToken, noToken);
      assert.ok(!JSON.stringify(session).includes("canary"));
    }
  });

  it("are not made where the person gives up, or there is no such connection", async () => {
    await answering(host, [{ id: "token", answer: undefined }], () =>
      assert.rejects(async () => accounts.createSession(["odm"], {}), /Nobody has signed in/),
    );
    await answering(host, [], () =>
      assert.rejects(async () => accounts.createSession(["elsewhere"], {}), /no connection elsewhere/),
    );
    assert.equal((await sessions()).length, 3);
    assert.deepEqual(events, []);
  });

  it("change when a token is renewed", async () => {
    await host.secrets.store("tacc", originOf(urls.tacc), "refreshToken", "refresh-2");
    await told("changed tacc (api.example.org)");
  });

  it("are those of the addresses in use", async () => {
    await configure({ ...urls, odm: "https://odm.example.com" });
    await told("removed odm (odm.example.org)");
    await configure(urls);
    await told("added odm (odm.example.org)");
  });

  it("are seen when another window signs in or out", async () => {
    const { secrets } = host.context;
    const key = "connection/odm@https://odm.example.org/token";
    await secrets.delete(key);
    await told("removed odm (odm.example.org)");
    await secrets.store(key, "tok-canary-4");
    await told("added odm (odm.example.org)");
  });

  it("leave nothing behind when they are signed out, but what runs on", async () => {
    await host.secrets.store("odm", "https://old.example.org", "token", "tok-canary-5");
    await host.expiries.set("odm", "https://old.example.org", new Date());
    await host.expiries.set("odm", originOf(urls.odm), new Date());
    const [odm] = await accounts.getSessions(["odm"], {});
    await answering(host, [], () => accounts.removeSession(odm?.id ?? ""));
    await told("removed odm (odm.example.org)");
    assert.ok(!(await host.secrets.places()).some(({ connection }) => connection === "odm"));
    assert.equal(host.expiries.at("odm", originOf(urls.odm)), undefined);
    assert.equal(host.expiries.at("odm", "https://old.example.org"), undefined);
    const service = { uuid: "1", key: "viewer", version: "1.0.0", name: "Viewer", user: "ada" };
    await rememberStarted(host, { connection: "osparc", origin: originOf(urls.osparc), ...service });
    await answering(host, [{ id: "notSignedIn", answer: undefined }], () => run("signOut", "osparc"));
    assert.equal((await startedServices(host, "osparc")).length, 1);
  });

  it("take kept tokens of service users with them, after a question that says so", async () => {
    const user = { connection: "models", id: "4f1c" };
    await keepToken(host, user, "tok-canary-6");
    const [models] = await accounts.getSessions(["models"], {});
    const id = models?.id ?? "";
    const ask = await answering(host, [{ id: "signOut", answer: false }], () =>
      assert.rejects(async () => accounts.removeSession(id), vscode.CancellationError),
    );
    const { message } = ask.asked[0] as ConfirmQuestion;
    assert.equal(message, "Sign out of models and forget 1 token of its service users?");
    assert.equal(await keptToken(host, user), "tok-canary-6");
    assert.equal((await accounts.getSessions(["models"], {})).length, 1);
    await answering(host, [{ id: "signOut", answer: true }], () => accounts.removeSession(id));
    assert.equal(await keptToken(host, user), undefined);
    await told("removed models (models.example.org)");
    assert.ok(!(await host.context.secrets.keys()).some((key) => key.includes("models@")));
  });

  it("keep a service user's token for the address that it was made at", async () => {
    const user = { connection: "models", id: "4f1c" };
    await keepToken(host, user, "tok-canary-7");
    await configure({ ...urls, models: "https://elsewhere.example.org/v2.1" });
    assert.equal(await keptToken(host, user), undefined);
    await configure(urls);
    assert.equal(await keptToken(host, user), "tok-canary-7");
    await answering(host, [{ id: "signOut", answer: true }], () => run("signOut", "models"));
    assert.equal(await keptToken(host, user), undefined);
  });
});
