import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { connect } from "../../../src/platforms/connect.ts";
import { scimAccount } from "../../../src/platforms/scim/account.ts";
import { readScimFailure } from "../../../src/platforms/scim/failure.ts";
import { newUser, patchOf } from "../../../src/platforms/scim/write.ts";
import { failureOf } from "../http/client.ts";
import { FakeClock } from "../http/clock.ts";
import { fakeServer, type Handler, json } from "../http/server.ts";

async function openScim(t: TestContext, handler: Handler) {
  const server = await fakeServer(t, handler);
  const directory = connect(
    { name: "idp", platform: "scim", url: server.url, basePath: "/scim/v2/" },
    { read: async (name) => (name === "token" ? " s3cr3t-token \n" : undefined) },
    { proxy: "none", clock: new FakeClock() },
  );
  t.after(() => directory.close());
  return { server, directory };
}

test("a resource becomes an account, however little it holds", () => {
  assert.equal(scimAccount("odm", null), undefined);
  assert.equal(scimAccount("odm", { userName: "x" }), undefined);
  assert.deepEqual(scimAccount("odm", { id: 7 }), {
    connection: "odm",
    id: "7",
    emails: [],
    active: true,
    attributes: { id: 7 },
  });
  const resource = {
    id: "1",
    userName: "jo",
    active: "False",
    emails: [
      { value: "home@example.org" },
      null,
      { value: "work@example.org", primary: true },
      { type: "work" },
      "plain@example.org",
    ],
  };
  const account = scimAccount("odm", resource);
  assert.deepEqual([account?.active, account?.userName], [false, "jo"]);
  assert.deepEqual(account?.emails, ["work@example.org", "home@example.org", "plain@example.org"]);
  assert.equal(account?.attributes, resource);
});

test("what is written has the shapes that servers agree on", () => {
  assert.deepEqual(newUser({ userName: "jo", displayName: null, active: false }), {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
    active: false,
    userName: "jo",
  });
  assert.deepEqual(patchOf({ externalId: null }).Operations, [{ op: "remove", path: "externalId" }]);
  assert.deepEqual(patchOf({ active: true, userName: "jo" }).Operations, [
    { op: "replace", value: { active: true, userName: "jo" } },
  ]);
});

test("both error shapes are read, and a stranger's 404 is not taken for the platform's", () => {
  const read = (status: number, body: unknown) =>
    readScimFailure({ status, headers: {}, body: Buffer.from(JSON.stringify(body)) });
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:Error"];
  assert.deepEqual(read(400, { schemas, status: "400", scimType: "invalidFilter", detail: "no" }), {
    code: "invalidFilter",
    text: "no",
  });
  assert.deepEqual(read(400, { schemas, status: "400", scimType: "uniqueness" })?.kind, "conflict");
  assert.deepEqual(read(404, { status: "404" }), { code: undefined, text: undefined });
  assert.equal(read(401, { error: { message: "bad token" } })?.text, "bad token");
  assert.equal(read(404, { detail: "Not Found" }), undefined);
  assert.equal(read(404, { error: { message: "no such path" } }), undefined);
  assert.equal(read(404, "gone"), undefined);
});

test("a generic server: base path, bearer token, inactive users shown, deactivation by PATCH", async (t) => {
  const { server, directory } = await openScim(t, (response, { method }) => {
    if (method === "PATCH") response.writeHead(204).end();
    else json(response, { totalResults: 1, Resources: [{ id: "a", userName: "jo", active: false }] });
  });
  assert.equal(directory.abilities.enumerates, "all");
  await directory.deactivate("a/b c");
  const [request] = server.received;
  assert.equal(request?.url, "/scim/v2/Users/a%2Fb%20c");
  assert.equal(request?.headers.authorization, "Bearer s3cr3t-token");
  assert.equal(request?.headers.accept, "application/scim+json");
  assert.deepEqual(JSON.parse(request?.body ?? "").Operations, [{ op: "replace", value: { active: false } }]);
});

test("an update that is answered without a body is read again", async (t) => {
  const { directory } = await openScim(t, (response, { method }) => {
    if (method === "PATCH") response.writeHead(204).end();
    else json(response, { id: "1", userName: "after" });
  });
  assert.equal((await directory.update("1", { userName: "after" })).userName, "after");
});

test("a missing user is absent only by the platform's own word", async (t) => {
  const { directory } = await openScim(t, (response, { url }) => {
    if (url.endsWith("/1")) json(response, { status: "404", detail: "no such user" }, 404);
    else response.writeHead(404).end("<html><title>nginx</title></html>");
  });
  assert.equal(await directory.get("1"), undefined);
  const error = await failureOf(directory.get("2"));
  assert.deepEqual([error.kind, error.fromPlatform], ["notFound", false]);
});

test("a server that refuses an index past the end has ended its list", async (t) => {
  const { directory } = await openScim(t, (response, { url }) => {
    const start = Number(new URL(url, "http://x").searchParams.get("startIndex"));
    if (start > 2) json(response, { status: "400", detail: "startIndex is out of range" }, 400);
    else json(response, { totalResults: 2, Resources: [{ id: "1" }, { id: "2" }] });
  });
  const reading = await directory.enumerate();
  assert.deepEqual([reading.accounts.length, reading.complete], [2, true]);
});

test("an answer that is no list, and a user without an id, are protocol errors", async (t) => {
  const { directory } = await openScim(t, (response, { method }) =>
    json(response, method === "POST" ? { userName: "x" } : { hello: 1 }),
  );
  assert.match((await failureOf(directory.enumerate())).message, /instead of a list of users/);
  const created = await failureOf(directory.create({ userName: "x" }));
  assert.deepEqual([created.kind, created.landed], ["protocol", "unknown"]);
});

test("a server that answers every filter with everybody does not make matches", async (t) => {
  const { directory } = await openScim(t, (response) =>
    json(response, {
      totalResults: 2,
      Resources: [
        { id: "1", userName: "jo" },
        { id: "2", userName: "al" },
      ],
    }),
  );
  const reading = await directory.lookUp({ userName: ["AL", 'x" or userName pr'] });
  assert.deepEqual(
    reading.accounts.map(({ id }) => id),
    ["2"],
  );
});
