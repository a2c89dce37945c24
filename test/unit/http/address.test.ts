import assert from "node:assert/strict";
import { test } from "node:test";
import { PlatformError } from "../../../src/http/error.ts";
import { encode, parseBaseUrl } from "../../../src/http/url.ts";
import { failureOf, openClient, read, write } from "./client.ts";
import { fakeServer, json } from "./server.ts";

test("paths reach the server byte for byte below the base URL", async (t) => {
  const server = await fakeServer(t, (response) => json(response, {}));
  const client = openClient(t, `${server.url}/base/`);
  const query = [
    ["filter", 'userName eq "a&b+c é"'],
    ["count", "2"],
  ] as const;
  await client.request({ ...read, path: "/media/system/ID//a/b%2Fc/../d", query });
  assert.equal(
    server.received[0]?.url,
    "/base/media/system/ID//a/b%2Fc/../d?filter=userName%20eq%20%22a%26b%2Bc%20%C3%A9%22&count=2",
  );
});

test("lone surrogates in a parameter are no crash", () => {
  assert.equal(encode("a\ud800b"), "a%EF%BF%BDb");
  assert.equal(encode("it's (1)*!"), "it%27s%20%281%29%2A%21");
});

test("a base URL that cannot be used is refused in words, without repeating its credentials", () => {
  const wrong = [
    "",
    "example.org",
    "ftp://example.org",
    "https://me:hunter2secret@example.org",
    "https://example.org/?a=1",
  ];
  for (const url of wrong) {
    assert.throws(
      () => parseBaseUrl(url, "odm"),
      (error: unknown) =>
        error instanceof PlatformError &&
        error.kind === "invalid" &&
        error.advice === "Correct the url of odm." &&
        !JSON.stringify(error).includes("hunter2secret"),
    );
  }
});

test("redirects stay with the origin that the credentials are for", async (t) => {
  const elsewhere = await fakeServer(t, (response) => json(response, { stolen: true }));
  const server = await fakeServer(t, (response, { url }) => {
    const to: Record<string, [number, string]> = {
      "/same": [302, "/end?x=1"],
      "/away": [302, `${elsewhere.url}/end`],
      "/loop": [307, "/loop"],
      "/nowhere": [301, ""],
    };
    const [status, location] = to[url] ?? [200, ""];
    if (status === 200) json(response, { url });
    else response.writeHead(status, { location }).end();
  });
  const signIn = { headers: async () => ({ authorization: "Bearer canary-1234" }) };
  const client = openClient(t, server.url, { signIn });
  assert.deepEqual((await client.request({ ...read, path: "/same" })).data, { url: "/end?x=1" });
  const away = await failureOf(client.request({ ...read, path: "/away" }));
  assert.equal(away.kind, "protocol");
  assert.ok(away.advice.includes(elsewhere.url));
  assert.equal(elsewhere.received.length, 0);
  assert.equal((await failureOf(client.request({ ...read, path: "/loop" }))).kind, "protocol");
  assert.ok(server.received.length < 12);
  assert.equal((await failureOf(client.request({ ...read, path: "/nowhere" }))).kind, "protocol");
});

test("a redirected write keeps its method or is not followed", async (t) => {
  const server = await fakeServer(t, (response, { url, method, body }) => {
    if (url === "/302") response.writeHead(302, { location: "/end" }).end();
    else if (url === "/307") response.writeHead(307, { location: "/end" }).end();
    else json(response, { method, body });
  });
  const client = openClient(t, server.url);
  const refused = await failureOf(client.request({ ...write, path: "/302" }));
  assert.deepEqual([refused.kind, refused.landed], ["protocol", "unknown"]);
  assert.deepEqual((await client.request({ ...write, path: "/307" })).data, { method: "POST", body: "{}" });
});
