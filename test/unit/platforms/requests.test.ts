import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { openAnyClient } from "../../../src/platforms/open.ts";
import type { ConnectionSettings, PlatformKind } from "../../../src/platforms/settings.ts";
import { failureOf } from "../http/client.ts";
import { FakeClock } from "../http/clock.ts";
import { fakeServer, json } from "../http/server.ts";

async function openPlatform(t: TestContext, platform: PlatformKind, more: Partial<ConnectionSettings> = {}) {
  const envelope = { status: "success", message: null, version: "2.2.27", result: [] };
  const server = await fakeServer(t, (response) => json(response, platform === "agave" ? envelope : {}));
  const settings = { name: platform, platform, url: `${server.url}/base`, ...more };
  const secrets = { read: async () => "token-1234" };
  const client = openAnyClient(settings, secrets, { proxy: "none", clock: new FakeClock() });
  t.after(() => client.close());
  const sent = async (name: string, args: Record<string, unknown> = {}) => {
    await client.raw(name, args);
    return server.received.at(-1)?.url;
  };
  return { server, client, sent };
}

test("calls that are wrong in themselves name what is wrong, and nothing is sent", async (t) => {
  const { server, client } = await openPlatform(t, "agave");
  const wrong: readonly [name: string, args: Record<string, unknown>, text: RegExp][] = [
    ["apps.lists", {}, /no operation "apps.lists"/],
    ["apps.list", { offest: 1 }, /no parameter "offest"/],
    ["apps.list", { limit: 1.5 }, /needs a whole number as "limit"/],
    ["apps.list", { limit: "many" }, /needs a whole number as "limit"/],
    ["apps.list", { publicOnly: "perhaps" }, /needs true or false as "publicOnly"/],
    ["apps.list", { search: "status" }, /needs named texts as "search"/],
    ["apps.list", { filter: [{}] }, /needs a list of texts as "filter"/],
    ["meta.listMetadata", { q: "{name" }, /needs JSON as "q"/],
    ["meta.searchSchema", { uuid: "1", q: {} }, /would send "q" twice/],
    ["apps.get", {}, /needs "appId"/],
    ["apps.get", { appId: "" }, /needs "appId"/],
    ["apps.get", { appId: ".." }, /cannot stand in a path/],
    ["files.list", { systemId: "s", filePath: "a/../../b" }, /cannot stand in a path/],
    [
      "files.download",
      { systemId: "s", filePath: "a", Range: "bytes=0\r\nx: y" },
      /does not fit into a header/,
    ],
    ["files.importData", { systemId: "s", filePath: "" }, /needs a body \(fileToUpload or urlToIngest\)/],
    ["files.importData", { systemId: "s", filePath: "", fileToUpload: 7 }, /needs bytes, a text or a stream/],
    ["apps.add", {}, /needs a body \(ApplicationRequest\)/],
    ["apps.add", { body: { size: 1n } }, /can be written as JSON/],
    ["jobs.search", { attribute: "stauts", value: "FINISHED" }, /no attribute "stauts"/],
  ];
  for (const [name, args, text] of wrong) {
    const failure = await failureOf(client.callNamed(name, args));
    assert.match(failure.text, text);
    assert.equal(failure.kind, "invalid");
  }
  assert.equal(server.received.length, 0);
});

test("a project is that of the connection unless another is given, and must be one of both", async (t) => {
  const { sent } = await openPlatform(t, "ubiops", { project: "imaging lab" });
  assert.equal(await sent("service_users_list"), "/base/projects/imaging%20lab/service-users");
  assert.equal(
    await sent("service_users_list", { project_name: "other" }),
    "/base/projects/other/service-users",
  );
  const { client, server } = await openPlatform(t, "ubiops");
  const failure = await failureOf(client.callNamed("service_users_list"));
  assert.match(failure.text, /needs "project_name"/);
  assert.match(failure.advice, /set project for the connection/);
  assert.equal(server.received.length, 0);
});

test("slashes are part of a service's key, and separate the directories of a file's path", async (t) => {
  const osparc = await openPlatform(t, "osparc");
  const service = { service_key: "simcore/services/dynamic/3d-viewer", service_version: "1.4" };
  assert.equal(
    await osparc.sent("services_by_key_version_get", service),
    "/base/services/simcore%2Fservices%2Fdynamic%2F3d-viewer/1.4",
  );
  const agave = await openPlatform(t, "agave");
  const listing = "/base/files/v2/listings/system/stor.age/";
  const of = (filePath: string) => agave.sent("files.list", { systemId: "stor.age", filePath });
  assert.equal(await of("plates/a b.txt"), `${listing}plates/a%20b.txt`);
  assert.equal(await of("/work/plates"), `${listing}/work/plates`);
  assert.equal(await of(""), listing);
  assert.equal(await agave.sent("jobs.listOutputs", { jobId: "7" }), "/base/jobs/v2/7/outputs/listings");
  assert.equal(
    await agave.sent("jobs.listOutputs", { jobId: "7", filePath: "logs" }),
    "/base/jobs/v2/7/outputs/listings/logs",
  );
});

test("lists, maps and JSON go into the query as the servers read them", async (t) => {
  const { sent } = await openPlatform(t, "agave");
  assert.equal(
    await sent("jobs.list", {
      filter: ["id", "name"],
      search: { "status.eq": "FINISHED", "name.like": "*sim*" },
    }),
    "/base/jobs/v2/?filter=id%2Cname&status.eq=FINISHED&name.like=%2Asim%2A",
  );
  assert.equal(
    await sent("jobs.list", { search: ["status.eq=FINISHED"], limit: "5" }),
    "/base/jobs/v2/?limit=5&status.eq=FINISHED",
  );
  assert.equal(
    await sent("meta.listMetadata", { q: { name: "100%+1" } }),
    `/base/meta/v2/data?q=${encodeURIComponent('{"name":"100%25%2B1"}')}`,
  );
});

test("what the document says wrongly is sent as the servers take it", async (t) => {
  const { sent } = await openPlatform(t, "agave");
  assert.equal(
    await sent("jobs.search", { attribute: "status", value: "FINISHED" }),
    "/base/jobs/v2/?status.eq=FINISHED",
  );
  const path = "/base/jobs/v2/7/pems/mlopez";
  assert.equal(await sent("jobs.deletePermissionsForUser", { jobId: "7", username: "mlopez" }), path);
  assert.equal(await sent("jobs.deletePermissionsForUser", { uniqueName: "7", username: "mlopez" }), path);
  assert.equal(
    await sent("meta.searchSchema", { uuid: "42-013" }),
    `/base/meta/v2/schemas?q=${encodeURIComponent('{"uuid":"42-013"}')}`,
  );
  assert.equal(await sent("actors.list", { limit: 10, offset: 20 }), "/base/actors/v2?limit=10&skip=20");
  const odm = await openPlatform(t, "odm");
  assert.equal(await odm.sent("find_users", { start_index: 3 }), "/base/api/v1/scim/Users?startIndex=3");
});

test("the paths of Astakos are those of its version", async (t) => {
  const older = await openPlatform(t, "astakos");
  const newer = await openPlatform(t, "astakos", { version: "0.14" });
  assert.equal(await older.sent("authenticate", { usage: "1" }), "/base/im/authenticate?usage=1");
  assert.equal(await newer.sent("authenticate", { usage: "1" }), "/base/account/v1.0/authenticate?usage=1");
  assert.equal(
    await newer.sent("service_user_catalogs", { body: {} }),
    "/base/account/v1.0/service/user_catalogs",
  );
});

test("null is sent where it was given, because it clears a date", async (t) => {
  const { server, sent } = await openPlatform(t, "ubiops", { project: "p" });
  await sent("service_users_update", { service_user_id: "1", data: { expiry_date: null } });
  assert.equal(server.received[0]?.body, '{"expiry_date":null}');
});

test("each platform is signed in to in its own way", async (t) => {
  const headerOf = async (platform: PlatformKind, name: string, header: string) => {
    const { server, sent } = await openPlatform(t, platform, { project: "p" });
    await sent(name);
    return server.received[0]?.headers[header];
  };
  assert.equal(await headerOf("ubiops", "service_users_list", "authorization"), "Token token-1234");
  assert.equal(await headerOf("osparc", "services_get", "authorization"), undefined);
  assert.equal(await headerOf("agave", "apps.list", "authorization"), "Bearer token-1234");
  assert.equal(await headerOf("odm", "find_users", "accept"), "application/scim+json");
});

test("a token that was kept with its own first word is taken", async (t) => {
  const server = await fakeServer(t, (response) => json(response, []));
  const settings = { name: "models", platform: "ubiops", url: server.url, project: "p" } as const;
  const client = openAnyClient(settings, { read: async () => "Token 1234abcd" }, { proxy: "none" });
  t.after(() => client.close());
  await client.callNamed("service_users_list");
  assert.equal(server.received[0]?.headers.authorization, "Token 1234abcd");
});
