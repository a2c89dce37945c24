import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { openClient } from "../../../src/platforms/open.ts";
import { failureOf } from "../http/client.ts";
import { FakeClock } from "../http/clock.ts";
import { fakeServer, type Handler, json } from "../http/server.ts";

const staged = {
  status: "success",
  message: null,
  version: "2",
  result: { name: "a.txt", status: "STAGING_QUEUED" },
};
const sent = { status: "success", message: null, version: "2", result: { execution_id: "x1" } };

async function openAgave(t: TestContext, handler: Handler) {
  const server = await fakeServer(t, handler);
  const client = openClient(
    { name: "tacc", platform: "agave", url: server.url },
    { read: async (name) => (name === "token" ? "token-1234" : undefined) },
    { proxy: "none", clock: new FakeClock() },
  );
  t.after(() => client.close());
  return { server, client };
}

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

const place = { systemId: "s", filePath: "in" };

test("a file goes into one form with what is said of it", async (t) => {
  const { server, client } = await openAgave(t, (response) => json(response, staged, 202));
  const fileToUpload = { content: "ünï\0", fileName: 'a"b\r\n.txt', contentType: "text/plain" };
  const file = await client.call("files.importData", {
    ...place,
    fileToUpload,
    fileName: "c.txt",
    notifications: [{ url: "https://x.example.org", event: "*" }],
  });
  assert.equal(file.status, "STAGING_QUEUED");
  const [request] = server.received;
  const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(request?.headers["content-type"] ?? "")?.[1];
  assert.deepEqual(request?.body.split(`--${boundary}`), [
    "",
    '\r\nContent-Disposition: form-data; name="fileName"\r\n\r\nc.txt\r\n',
    '\r\nContent-Disposition: form-data; name="notifications"\r\n\r\n[{"url":"https://x.example.org","event":"*"}]\r\n',
    '\r\nContent-Disposition: form-data; name="fileToUpload"; filename="a%22b%0D%0A.txt"\r\nContent-Type: text/plain\r\n\r\nünï\0\r\n',
    "--\r\n",
  ]);
});

test("without a file the fields alone are sent as a plain form", async (t) => {
  const { server, client } = await openAgave(t, (response) => json(response, staged, 202));
  await client.call("files.importData", { ...place, urlToIngest: "https://data.example.org/a?b=c" });
  assert.equal(server.received[0]?.headers["content-type"], "application/x-www-form-urlencoded");
  assert.equal(server.received[0]?.body, "urlToIngest=https%3A%2F%2Fdata.example.org%2Fa%3Fb%3Dc");
});

test("a stream is sent with its length where that is known, and in pieces where it is not", async (t) => {
  const { server, client } = await openAgave(t, (response) => json(response, staged, 202));
  await client.call("files.importData", { ...place, fileToUpload: pieces("ab", "", "cde") });
  await client.call("files.importData", {
    ...place,
    fileToUpload: { content: pieces("ab", "cde"), length: 5 },
  });
  const [unknown, known] = server.received;
  assert.equal(unknown?.headers["transfer-encoding"], "chunked");
  assert.equal(known?.headers["content-length"], String(Buffer.byteLength(known?.body ?? "")));
  for (const request of server.received) assert.match(request.body, /\r\n\r\nabcde\r\n--/);
});

test("a stream that is not as long as was said is not sent as if it were", async (t) => {
  const { server, client } = await openAgave(t, (response) => json(response, staged, 202));
  for (const length of [3, 9]) {
    const fileToUpload = { content: pieces("abcde"), length };
    const failure = await failureOf(client.call("files.importData", { ...place, fileToUpload }));
    assert.equal(failure.kind, "invalid");
    assert.match(failure.text, /(?:more|less) than the [39] bytes/);
  }
  assert.equal(server.received.length, 0);
});

test("a file that cannot be read to its end is told as that", async (t) => {
  const { server, client } = await openAgave(t, (response) => json(response, staged, 202));
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("abc");
    throw Object.assign(new Error("gone"), { code: "EIO" });
  }
  const failure = await failureOf(client.call("files.importData", { ...place, fileToUpload: broken }));
  assert.deepEqual([failure.kind, failure.code], ["invalid", "EIO"]);
  assert.match(failure.text, /could not be read/);
  assert.equal(server.received.length, 0);
});

test("an upload is never repeated by itself, and its lost answer says where to look", async (t) => {
  const { server, client } = await openAgave(t, (response) => void response.destroy());
  const failure = await failureOf(client.call("files.importData", { ...place, fileToUpload: "abc" }));
  assert.deepEqual([failure.landed, server.received.length], ["unknown", 1]);
  assert.match(failure.advice, /history/);
});

test("after an expired token, what can be read again is sent again and what cannot is not", async (t) => {
  const expired = { fault: { code: 900904, message: "Invalid Credentials. Expired" } };
  const secrets: Record<string, string> = {
    token: "old-token",
    clientKey: "client-key",
    clientSecret: "client-secret",
    refreshToken: "refresh-1",
  };
  const server = await fakeServer(t, (response, { url, headers }) => {
    if (url === "/token") return json(response, { access_token: "new-token", expires_in: 3600 });
    if (headers.authorization === "Bearer new-token") return json(response, staged, 202);
    json(response, expired, 401);
  });
  const open = () => {
    const settings = { name: "tacc", platform: "agave", url: server.url } as const;
    const client = openClient(settings, { read: async (name) => secrets[name] }, { proxy: "none" });
    t.after(() => client.close());
    return client;
  };
  const again = await open().call("files.importData", { ...place, fileToUpload: () => pieces("abc") });
  assert.equal(again.status, "STAGING_QUEUED");
  const once = open();
  const failure = await failureOf(once.call("files.importData", { ...place, fileToUpload: pieces("abc") }));
  assert.equal(failure.kind, "unauthorised");
  assert.match(failure.advice, /send it again/);
  assert.equal(
    (await once.call("files.importData", { ...place, fileToUpload: pieces("abc") })).name,
    "a.txt",
  );
});

test("a binary message is the body itself, always with its length", async (t) => {
  const { server, client } = await openAgave(t, (response) => json(response, sent));
  const answer = await client.call("actors.sendBinaryMessage", {
    actorId: "a",
    message: Buffer.from("\0\x01\x02"),
    environment: { LANG: "en", MODE: "fast" },
  });
  await client.call("actors.sendBinaryMessage", { actorId: "a", message: pieces("\0", "\x01\x02") });
  assert.equal(answer.executionId, "x1");
  for (const { headers, body } of server.received) {
    assert.deepEqual(
      [headers["content-type"], headers["content-length"], body],
      ["application/octet-stream", "3", "\0\x01\x02"],
    );
  }
  assert.equal(server.received[0]?.url, "/actors/v2/a/messages?LANG=en&MODE=fast");
});
