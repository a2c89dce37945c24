import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type Download, readDownload } from "../../../src/http/download.ts";
import { openClient } from "../../../src/platforms/open.ts";
import { failureOf } from "../http/client.ts";
import { FakeClock } from "../http/clock.ts";
import { fakeServer, type Handler, json } from "../http/server.ts";

async function openAgave(t: TestContext, handler: Handler) {
  const server = await fakeServer(t, handler);
  const client = openClient(
    { name: "tacc", platform: "agave", url: server.url },
    { read: async (name) => (name === "token" ? "token-1234" : undefined) },
    { proxy: "none", clock: new FakeClock(), maximumBytes: 4096 },
  );
  t.after(() => client.close());
  return { server, client };
}

const file = { systemId: "s", filePath: "a.bin" };
const textOf = async (download: Download) =>
  Buffer.from(await readDownload(download, "tacc", 1024)).toString("latin1");

test("a refused download is an error in the platform's words, and no stream", async (t) => {
  const text = "Directory downloads not supported";
  const { client } = await openAgave(t, (response) =>
    json(response, { status: "error", message: text, version: "2" }, 501),
  );
  const failure = await failureOf(client.call("files.download", file));
  assert.deepEqual([failure.status, failure.kind, failure.text], [501, "invalid", text]);
});

test("bytes come as they are, and a range asks for a part of them", async (t) => {
  const { server, client } = await openAgave(t, (response, { headers }) => {
    const range = headers.range === undefined ? {} : { "content-range": "bytes 1-2/4" };
    const bytes = Buffer.from([0, 255, 10, 13]);
    response.writeHead(headers.range ? 206 : 200, { "content-type": "application/x-plate", ...range });
    response.end(headers.range ? bytes.subarray(1, 3) : bytes);
  });
  const whole = await client.call("files.download", file);
  assert.deepEqual(
    [whole.status, whole.contentType, whole.contentRange],
    [200, "application/x-plate", undefined],
  );
  assert.equal(await textOf(whole), "\0\xff\n\r");
  const part = await client.call("files.download", { ...file, Range: "bytes=1-2" });
  assert.deepEqual([part.status, part.contentRange], [206, "bytes 1-2/4"]);
  assert.equal(await textOf(part), "\xff\n");
  assert.equal(server.received[1]?.headers.range, "bytes=1-2");
});

test("what is larger than the bound of answers can still be streamed", async (t) => {
  const { client } = await openAgave(t, (response) => void response.end(Buffer.alloc(100_000)));
  let length = 0;
  for await (const piece of (await client.call("files.download", file)).content) length += piece.length;
  assert.equal(length, 100_000);
  const failure = await failureOf(readDownload(await client.call("files.download", file), "tacc", 10));
  assert.deepEqual([failure.kind, /longer than 10 bytes/.test(failure.text)], ["protocol", true]);
});

test("a download that breaks off says so and is not taken for whole", async (t) => {
  const { client } = await openAgave(t, (response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("abc", () => response.destroy());
  });
  const download = await client.call("files.download", file);
  assert.equal(download.length, 100);
  const failure = await failureOf(textOf(download));
  assert.equal(failure.kind, "network");
});

test("a download can be given up, by its signal or by itself, and the connection goes on", async (t) => {
  const { client } = await openAgave(t, (response, _, number) => {
    if (number === 3) return json(response, { status: "success", message: null, version: "2", result: [] });
    response.writeHead(200);
    response.write("abc");
  });
  const controller = new AbortController();
  const first = await client.call("files.download", file, { signal: controller.signal });
  const reading = failureOf(textOf(first));
  controller.abort();
  assert.equal((await reading).kind, "cancelled");
  const second = await client.call("files.download", file);
  await second.cancel();
  await second.cancel();
  assert.deepEqual(await client.call("apps.list"), []);
});

test("closing the connection ends its downloads", async (t) => {
  const { client } = await openAgave(t, (response) => void response.writeHead(200).write("abc"));
  const reading = failureOf(textOf(await client.call("files.download", file)));
  await client.close();
  assert.equal((await reading).kind, "cancelled");
});

test("a result is taken once: it is not asked for again, and nothing waiting is nothing", async (t) => {
  const { server, client } = await openAgave(t, (response, _, number) => {
    if (number === 1) response.end(Buffer.from([1, 0, 2]));
    else if (number === 2) response.end();
    else response.destroy();
  });
  const args = { actorId: "a", executionId: "e" };
  assert.deepEqual([...((await client.call("actors.getOneExecutionResult", args)) ?? [])], [1, 0, 2]);
  assert.equal(await client.call("actors.getOneExecutionResult", args), undefined);
  const failure = await failureOf(client.call("actors.getOneExecutionResult", args));
  assert.deepEqual([failure.landed, server.received.length], ["unknown", 3]);
  assert.match(failure.advice, /cannot be had again/);
});
