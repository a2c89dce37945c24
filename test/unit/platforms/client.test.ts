import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Download } from "../../../src/http/download.ts";
import { PlatformError } from "../../../src/http/error.ts";
import { Redactor } from "../../../src/http/redact.ts";
import type { AppSummary } from "../../../src/platforms/agave/answers/apps.ts";
import { connect } from "../../../src/platforms/connect.ts";
import { openAnyClient, openClient, type PlatformClients } from "../../../src/platforms/open.ts";
import type { ConnectionSettings, PlatformKind } from "../../../src/platforms/settings.ts";
import { failureOf } from "../http/client.ts";
import { FakeClock } from "../http/clock.ts";
import { fakeServer, type Handler, json } from "../http/server.ts";

async function open<Kind extends PlatformKind>(t: TestContext, platform: Kind, handler: Handler) {
  const server = await fakeServer(t, handler);
  const clock = new FakeClock();
  const redactor = new Redactor();
  const settings = { name: "here", platform, url: server.url, project: "p" };
  const secrets = { read: async () => "token-1234" };
  const client = openClient(settings, secrets, { proxy: "none", clock, redactor });
  t.after(() => client.close());
  return { server, client, clock, redactor };
}

const envelope = (result: unknown) => ({ status: "success", message: null, version: "2.2.27", result });

test("platforms without accounts are no directories, but can be called", async (t) => {
  for (const platform of ["ubiops", "osparc"] as const) {
    const settings: ConnectionSettings = { name: "x", platform, url: "http://localhost" };
    const isInvalid = (error: unknown) => error instanceof PlatformError && error.kind === "invalid";
    assert.throws(() => connect(settings, { read: async () => undefined }), isInvalid);
    const client = openAnyClient(settings, { read: async () => undefined }, { proxy: "none" });
    t.after(() => client.close());
  }
  const unknown = { name: "x", platform: "ldap", url: "http://localhost" } as unknown as ConnectionSettings;
  assert.throws(() => openAnyClient(unknown, { read: async () => undefined }), /there is no platform "ldap"/);
});

test("a token reset whose answer is lost is sent once and says that the token is lost", async (t) => {
  const { server, client } = await open(t, "ubiops", (response) => void response.destroy());
  const reset = await failureOf(client.call("service_users_token", { service_user_id: "1" }));
  assert.deepEqual([reset.landed, server.received.length], ["unknown", 1]);
  assert.match(reset.advice, /the new one is lost: reset the token once more/);
  const created = await failureOf(client.call("service_users_create", { data: { name: "n" } }));
  assert.deepEqual([created.landed, server.received.length], ["unknown", 2]);
  assert.match(created.advice, /a service user may have been created/i);
});

test("an answer without the token is a lost token too", async (t) => {
  const { client } = await open(t, "ubiops", (response) => json(response, { id: "1" }));
  const failure = await failureOf(client.call("service_users_token", { service_user_id: "1" }));
  assert.deepEqual([failure.kind, failure.landed], ["protocol", "unknown"]);
  assert.match(failure.advice, /the new one is lost/);
});

test("a refusal is no lost answer, and keeps its own advice", async (t) => {
  const { client } = await open(t, "ubiops", (response) => json(response, { error: "expired" }, 400));
  const failure = await failureOf(client.call("service_users_token", { service_user_id: "1" }));
  assert.deepEqual([failure.landed, failure.text], ["no", "expired"]);
  assert.doesNotMatch(failure.advice, /lost/);
});

test("a limit of requests is waited for, one second longer than the server counts", async (t) => {
  const { server, client, clock } = await open(t, "ubiops", (response, _, number) => {
    if (number === 1) json(response, { error: "slow down" }, 429, { "x-ratelimit-reset": "20" });
    else json(response, { id: "1", email: "e", token: "0123456789abcdef0123456789abcdef01234567" }, 201);
  });
  const user = await client.call("service_users_create", { data: { expiry_date: null } });
  assert.equal(user.token.length, 40);
  assert.equal(server.received.length, 2);
  assert.ok(clock.sleeps.reduce((sum, each) => sum + each, 0) >= 21_000);
});

test("a token that was answered never shows in later errors", async (t) => {
  const token = "0123456789abcdef0123456789abcdef01234567";
  const { client, redactor } = await open(t, "ubiops", (response) => json(response, { token }));
  assert.deepEqual(await client.call("service_users_token", { service_user_id: "1" }), { token });
  assert.doesNotMatch(redactor.text(`said ${token} again`), /0123456789/);
});

test("submitting a job is never repeated, reading one is", async (t) => {
  const { server, client } = await open(t, "agave", (response, { method }, number) => {
    if (method === "POST" || number < 4)
      json(response, { status: "error", message: "busy", version: "2" }, 503);
    else json(response, envelope({ id: "1", status: "FINISHED" }));
  });
  const submitted = await failureOf(client.call("jobs.submit", { body: { name: "n", appId: "a-1" } }));
  assert.deepEqual([submitted.landed, server.received.length], ["unknown", 1]);
  assert.match(submitted.advice, /look for it by its name/);
  assert.equal((await client.call("jobs.get", { jobId: "1" })).status, "FINISHED");
});

test("an enveloped 401 is no reason to sign in again", async (t) => {
  const text = "User does not have permission";
  const { server, client } = await open(t, "agave", (response) =>
    json(response, { status: "error", message: text, version: "2" }, 401),
  );
  const failure = await failureOf(client.call("apps.delete", { appId: "a-1" }));
  assert.deepEqual([failure.kind, failure.text, server.received.length], ["forbidden", text, 1]);
});

test("pages that the server clamps are read to the end", async (t) => {
  const everything = Array.from({ length: 530 }, (_, index) => ({ id: `app-${index}` }));
  const { server, client } = await open(t, "agave", (response, { url }) => {
    const query = new URL(url, "http://localhost").searchParams;
    const [limit, offset] = [Math.min(Number(query.get("limit")), 250), Number(query.get("offset"))];
    json(response, envelope(everything.slice(offset, offset + limit)));
  });
  const read: AppSummary[] = [];
  for await (const page of client.pages("apps.list", { limit: 1000 })) read.push(...page);
  assert.deepEqual(
    [read.length, new Set(read.map(({ id }) => id)).size, server.received.length],
    [530, 530, 3],
  );
  const few: string[] = [];
  for await (const page of client.pages("apps.list", { limit: 7, offset: 520 }))
    few.push(...page.map(({ id }) => id));
  assert.equal(few.length, 10);
});

test("starting a service may take its time, unless the connection says otherwise", async (t) => {
  const server = await fakeServer(t, () => {});
  const settings = { name: "osparc", platform: "osparc", url: server.url, timeoutSeconds: 0.05 } as const;
  const client = openClient(
    settings,
    { read: async () => undefined },
    { proxy: "none", clock: new FakeClock() },
  );
  t.after(() => client.close());
  const service = { user_id: "1", service_key: "simcore/services/dynamic/v", service_uuid: "u" };
  const failure = await failureOf(client.call("running_interactive_services_post", service));
  assert.deepEqual([failure.kind, failure.landed, server.received.length], ["timeout", "unknown", 1]);
  assert.match(failure.advice, /running_interactive_services_get/);
});

/** Compiles only where the client's types are those of the tables. */
async function typed({ agave, ubiops, osparc, odm }: PlatformClients): Promise<unknown[]> {
  const download: Download = await agave.call("files.download", {
    systemId: "s",
    filePath: "a",
    Range: "bytes=0-1",
  });
  const names: string[] = (await agave.call("apps.list")).map(({ name }) => name);
  const found = await agave.call("jobs.search", { attribute: "status", value: "FINISHED", limit: 1 });
  const token: string = (await ubiops.call("service_users_token", { service_user_id: "1" })).token;
  const key: string | undefined = (await osparc.call("services_get", { service_type: "interactive" }))[0]
    ?.key;
  const total: number | undefined = (await odm.call("find_users", { filter: "active eq true" })).total;
  const nothing: undefined = await agave.call("actors.addNonce", { actorId: "a" }).then(() => undefined);
  return [download, names, found, token, key, total, nothing];
}

test("an operation by a name that is known only late takes texts, and its answer comes unwrapped", async (t) => {
  const { server, client } = await open(t, "agave", (response) => json(response, envelope([{ id: "a" }])));
  assert.deepEqual(await client.callNamed("apps.list", { limit: "3", publicOnly: "true" }), [{ id: "a" }]);
  assert.equal(server.received[0]?.url, "/apps/v2/?publicOnly=true&limit=3");
  assert.deepEqual(await client.raw("apps.list"), envelope([{ id: "a" }]));
  assert.equal(typeof typed, "function");
});
