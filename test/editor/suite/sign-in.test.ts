import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import type { Host } from "../../../src/editor/host.ts";
import { originOf } from "../../../src/editor/secrets/place.ts";
import { secretNames } from "../../../src/editor/secrets/store.ts";
import type { ConfirmQuestion, Offer, PickQuestion } from "../../../src/editor/ui/ask.ts";
import { type Sandbox, startSandbox } from "../../../src/sandbox/sandbox.ts";
import { after, before, describe, it } from "../harness/cases.ts";
import {
  answering,
  configurationFile,
  eventually,
  rollcall,
  run,
  withoutConfiguration,
} from "./support/rollcall.ts";

describe("signing in", () => {
  let host: Host;
  let sandbox: Sandbox;

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
    sandbox = await startSandbox({ users: 40 });
    await configure(["tacc", "okeanos"]);
  });

  after(async () => {
    await withoutConfiguration(host);
    for (const name of ["tacc", "okeanos", "cloud"]) await host.secrets.forgetEverywhere(name);
    await host.sessions.close();
    await sandbox.close();
  });

  async function configure(names: readonly string[]): Promise<void> {
    const { agave, astakos } = sandbox.endpoints;
    const known = {
      tacc: { platform: "agave", url: agave.url },
      okeanos: { platform: "astakos", url: astakos.url },
    };
    const connections = Object.fromEntries(Object.entries(known).filter(([name]) => names.includes(name)));
    await writeFile(configurationFile(), JSON.stringify({ connections }));
    await host.configuration.reload();
  }

  const origin = () => originOf(sandbox.endpoints.agave.url);
  const kept = async (connection: string, at: string) => {
    const source = host.secrets.source(connection, at);
    const values = await Promise.all(
      secretNames.map(async (name) => [name, await source.read(name)] as const),
    );
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  };
  const clients = () =>
    sandbox.log().filter(({ method, path }) => method === "POST" && path === "/clients/v2").length;
  const user = () => [
    { id: "connection", answer: "tacc" },
    { id: "way", answer: "once" },
    { id: "username", answer: sandbox.endpoints.agave.username },
    { id: "password", answer: sandbox.endpoints.agave.password },
  ];

  it("to Agave with a wrong password keeps nothing and says why", async () => {
    const script = user().map((each) => (each.id === "password" ? { ...each, answer: "pw-canary" } : each));
    const ask = await answering(
      host,
      [...script, { id: "client", answer: "make" }, { id: "problem", answer: undefined }],
      () => run("signIn"),
    );
    assert.match((ask.asked.at(-1) as Offer).message, /Login failed/);
    assert.ok(!(ask.asked.at(-1) as Offer).message.includes("canary"));
    assert.deepEqual(await kept("tacc", origin()), {});
  });

  it("to Agave once makes a client, and keeps the token but not the password", async () => {
    const before = clients();
    const ask = await answering(host, [...user(), { id: "client", answer: "make" }], () => run("signIn"));
    const secret = ask.asked.map((question) => "secret" in question && question.secret);
    assert.deepEqual(secret.slice(2, 4), [false, true]);
    assert.equal(clients(), before + 1);
    const found = await kept("tacc", origin());
    assert.deepEqual(Object.keys(found).toSorted(), ["clientKey", "clientSecret", "token"]);
    const left = (host.expiries.at("tacc", origin())?.getTime() ?? 0) - Date.now();
    assert.ok(left > 3 * 3_600_000 && left <= 4 * 3_600_000, String(left));
    const opened = (await host.sessions.get()).operations("tacc");
    assert.ok(await opened.client.raw("profiles.get"));
  });

  it("again uses the client that is known, and with a kept password renews itself", async () => {
    const before = clients();
    const script = user().map((each) => (each.id === "way" ? { ...each, answer: "password" } : each));
    await answering(host, script, () => run("signIn"));
    assert.equal(clients(), before);
    const found = await kept("tacc", origin());
    assert.deepEqual(Object.keys(found).toSorted(), ["clientKey", "clientSecret", "password", "username"]);
    assert.equal(host.expiries.at("tacc", origin()), undefined);
    const opened = (await host.sessions.get()).operations("tacc");
    assert.ok(await opened.client.raw("profiles.get"));
  });

  it("to Astakos as a user learns when the token ends", async () => {
    const script = [
      { id: "connection", answer: "okeanos" },
      { id: "token", answer: sandbox.endpoints.astakos.userToken },
    ];
    await answering(host, script, () => run("signIn"));
    const at = host.expiries.at("okeanos", originOf(sandbox.endpoints.astakos.url));
    assert.ok(at !== undefined && at.getTime() > Date.now(), String(at));
  });

  it("out forgets all that is known of a connection, at whatever address it had", async () => {
    await host.secrets.store("tacc", "https://old.example.org", "refreshToken", "one");
    await answering(host, [{ id: "connection", answer: "tacc" }], () => run("signOut"));
    assert.deepEqual(await kept("tacc", origin()), {});
    assert.deepEqual(await kept("tacc", "https://old.example.org"), {});
    assert.ok(!(await host.secrets.places()).some(({ connection }) => connection === "tacc"));
  });

  it("to a connection that is not configured any more is forgotten after a question", async () => {
    await host.secrets.store("cloud", "https://cloud.example.org", "token", "one");
    const ask = await answering(
      host,
      [
        {
          id: "unused",
          answer: ({ choices }: PickQuestion) => choices.find(({ label }) => label === "cloud")?.id,
        },
        { id: "forget", answer: true },
      ],
      () => run("forgetSignIns"),
    );
    assert.match((ask.asked[1] as ConfirmQuestion).detail, /^cloud at https:\/\/cloud\.example\.org\n/);
    assert.deepEqual(await kept("cloud", "https://cloud.example.org"), {});
  });

  it("to a connection that is taken out of the configuration is offered to be forgotten", async () => {
    const astakos = originOf(sandbox.endpoints.astakos.url);
    const ask = await answering(
      host,
      [
        { id: "dropped", answer: ({ actions }: Offer) => actions[0] },
        { id: "forget", answer: true },
      ],
      async () => {
        await configure(["tacc"]);
        await eventually(async () => assert.deepEqual(await kept("okeanos", astakos), {}));
      },
    );
    assert.match((ask.asked[0] as Offer).message, /no longer has okeanos/);
  });
});
