import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { readAgaveFailure, saysExpired } from "../../../src/platforms/agave/failure.ts";
import { agaveAccount } from "../../../src/platforms/agave/profile.ts";
import { connect } from "../../../src/platforms/connect.ts";
import type { SecretName, SecretSource } from "../../../src/platforms/settings.ts";
import { failureOf } from "../http/client.ts";
import { FakeClock } from "../http/clock.ts";
import { fakeServer, type Handler, json } from "../http/server.ts";

const answer = (body: string, status = 401) => ({ status, headers: {}, body: Buffer.from(body) });
const success = (result: unknown) => ({ status: "success", message: null, version: "2.2.27", result });

async function openAgave(
  t: TestContext,
  handler: Handler,
  source: SecretSource = { read: async (name) => (name === "token" ? "bare-token-1" : undefined) },
) {
  const server = await fakeServer(t, handler);
  const directory = connect({ name: "tacc", platform: "agave", url: `${server.url}/tenant` }, source, {
    proxy: "none",
    clock: new FakeClock(),
  });
  t.after(() => directory.close());
  return { server, directory };
}

test("expiry is told by the body and not by the status", () => {
  for (const code of [900903, 900904]) {
    const xml = `<ams:fault xmlns:ams="x"><ams:code>${code}</ams:code><ams:message>m</ams:message></ams:fault>`;
    assert.equal(saysExpired(answer(xml)), true);
    assert.equal(saysExpired(answer(xml, 403)), true);
    assert.deepEqual(readAgaveFailure(answer(xml)), { code: String(code), text: "m" });
  }
  assert.equal(saysExpired(answer("<fault><code>900901</code></fault>")), false);
  assert.equal(
    saysExpired(answer('{"fault":{"code":900904,"message":"Invalid Credentials. Make sure"}}')),
    true,
  );
  assert.equal(
    saysExpired(
      answer('{"status":"error","message":"Permission denied. Invalid authentication credentials"}'),
    ),
    false,
  );
  assert.equal(saysExpired(answer("Invalid Credentials 900904")), false);
});

test("all error shapes are read", () => {
  assert.equal(
    readAgaveFailure(answer('{"status":"error","message":"No user found"}'))?.text,
    "No user found",
  );
  assert.deepEqual(readAgaveFailure(answer('{"error":"invalid_grant","error_description":"spent"}')), {
    code: "invalid_grant",
    text: "spent",
  });
  assert.equal(readAgaveFailure(answer('{"status": "error", "result": None}')), undefined);
  assert.equal(readAgaveFailure(answer("<html></html>")), undefined);
});

test("profiles in either spelling; without a status or with an unknown one", () => {
  const snake = agaveAccount("tacc", {
    username: "jo",
    first_name: "Jo",
    full_name: "Jo X",
    email: "jo@example.org",
    mobile_phone: "1",
    status: null,
  });
  const camel = agaveAccount("tacc", {
    username: "jo",
    firstName: "Jo",
    fullName: "Jo X",
    email: "jo@example.org",
    mobilePhone: "1",
    uuid: "u",
  });
  assert.deepEqual(snake, camel);
  assert.deepEqual([snake?.displayName, snake?.active, snake?.emails], ["Jo X", true, ["jo@example.org"]]);
  assert.equal(agaveAccount("tacc", { username: "jo", status: "ACTIVE" })?.active, true);
  assert.equal(agaveAccount("tacc", { username: "jo", status: "disabled" })?.active, false);
  assert.equal(agaveAccount("tacc", { email: "x" }), undefined);
});

test("a search is read to its end by the server's own page limit", async (t) => {
  const everybody = Array.from({ length: 320 }, (_, index) => ({
    username: `u${index}`,
    email: "same@example.org",
  }));
  for (const limit of [100, 250, 1000]) {
    const { server, directory } = await openAgave(t, (response, { url }) => {
      const query = new URL(url, "http://x").searchParams;
      const offset = Number(query.get("offset"));
      json(response, success(everybody.slice(offset, offset + Math.min(limit, Number(query.get("limit"))))));
    });
    const reading = await directory.lookUp({ email: ["same@example.org"] });
    assert.equal(reading.accounts.length, 320);
    assert.match(server.received[0]?.url ?? "", /^\/tenant\/profiles\/v2\?limit=250&offset=0&email=/);
  }
});

test("a service's own 401 is never taken for an expired token, whatever else is configured", async (t) => {
  const secrets: Partial<Record<SecretName, string>> = {
    clientKey: "key-1",
    clientSecret: "secret-1",
    username: "u",
    password: "password-1",
  };
  const { server, directory } = await openAgave(
    t,
    (response, { url }) => {
      if (url === "/token")
        json(response, { access_token: "access-1", refresh_token: "refresh-1", expires_in: 14_400 });
      else
        json(
          response,
          { status: "error", message: "Permission denied. Invalid authentication credentials" },
          401,
        );
    },
    { read: async (name) => secrets[name] },
  );
  const error = await failureOf(directory.get("jo"));
  assert.equal(error.message, "tacc: 401 Permission denied. Invalid authentication credentials");
  const [token] = server.received;
  assert.equal(server.received.filter(({ url }) => url === "/token").length, 1);
  assert.equal(token?.body, "grant_type=password&username=u&password=password-1&scope=PRODUCTION");
  assert.equal(token?.headers.authorization, `Basic ${Buffer.from("key-1:secret-1").toString("base64")}`);
});

test("a refresh token is stored before the access token that came with it is used", async (t) => {
  const order: string[] = [];
  const secrets: Partial<Record<SecretName, string>> = {
    clientKey: "key-1",
    clientSecret: "secret-1",
    refreshToken: "refresh-0",
  };
  const { directory } = await openAgave(
    t,
    (response, { url, body }) => {
      order.push(url === "/token" ? `redeem ${new URLSearchParams(body).get("refresh_token")}` : "use");
      if (url === "/token") json(response, { access_token: "access-1", refresh_token: "refresh-1" });
      else json(response, success({ username: "jo" }));
    },
    {
      read: async (name) => secrets[name],
      store: async (name, value) => {
        order.push(`store ${name} ${value}`);
      },
    },
  );
  await directory.get("jo");
  assert.deepEqual(order, ["redeem refresh-0", "store refreshToken refresh-1", "use"]);
});

test("a refresh token that cannot be stored is said aloud and still serves this session", async (t) => {
  const secrets: Partial<Record<SecretName, string>> = {
    clientKey: "key-1",
    clientSecret: "secret-1",
    refreshToken: "refresh-0",
  };
  const { server, directory } = await openAgave(
    t,
    (response, { url }) => {
      if (url === "/token") json(response, { access_token: "access-1", refresh_token: "refresh-1" });
      else json(response, success({ username: "jo" }));
    },
    { read: async (name) => secrets[name], store: async () => Promise.reject(new Error("locked refresh-1")) },
  );
  const error = await failureOf(directory.get("jo"));
  assert.match(error.text, /new refreshToken could not be stored/);
  assert.ok(!JSON.stringify(error).includes("refresh-1"));
  assert.equal((await directory.get("jo"))?.id, "jo");
  assert.equal(server.received.filter(({ url }) => url === "/token").length, 1);
});

test("a gateway's 404 is an error; only the profile service can say that nobody has the name", async (t) => {
  const { directory } = await openAgave(t, (response, { url }) => {
    if (url.endsWith("/nobody"))
      json(response, { status: "error", message: "No user found matching nobody" }, 404);
    else json(response, { fault: { code: 900906, message: "No matching resource found" } }, 404);
  });
  assert.equal(await directory.get("nobody"), undefined);
  assert.equal((await failureOf(directory.get("jo"))).kind, "notFound");
});

test("an answer outside the envelope is an error and not an empty list", async (t) => {
  const { directory } = await openAgave(t, (response) => json(response, []));
  assert.equal((await failureOf(directory.lookUp({ email: ["a@example.org"] }))).kind, "protocol");
});
