import assert from "node:assert/strict";
import { test } from "node:test";
import { systemClock } from "../../../src/http/clock.ts";
import { failureOf, openClient, read, write } from "./client.ts";
import { fakeServer, json } from "./server.ts";

test("a request that is given up in flight says so; a write may have landed", async (t) => {
  const abort = new AbortController();
  const server = await fakeServer(t, () => abort.abort());
  const error = await failureOf(openClient(t, server.url).request({ ...write, signal: abort.signal }));
  assert.deepEqual([error.kind, error.landed, error.message], ["cancelled", "unknown", "odm: cancelled"]);
});

test("a request that is given up before its turn is never sent", async (t) => {
  const abort = new AbortController();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const server = await fakeServer(t, async (response) => {
    await held;
    json(response, {});
  });
  const client = openClient(t, server.url, { concurrency: 1 });
  const first = client.request(read);
  const second = failureOf(client.request({ ...write, signal: abort.signal }));
  abort.abort();
  const error = await second;
  assert.deepEqual([error.kind, error.landed], ["cancelled", "no"]);
  letGo();
  await first;
  assert.equal(server.received.length, 1);
});

test("a request is given up while it waits for the server", async (t) => {
  const abort = new AbortController();
  const server = await fakeServer(t, (response) => {
    response.writeHead(429, { "retry-after": "60" }).end();
  });
  const client = openClient(t, server.url, { clock: systemClock, onPause: () => abort.abort() });
  const error = await failureOf(client.request({ ...read, signal: abort.signal }));
  assert.equal(error.kind, "cancelled");
});

test("an aborted signal sends nothing, and closing gives up what is in flight", async (t) => {
  let arrived = () => {};
  const inFlight = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const server = await fakeServer(t, () => arrived());
  const client = openClient(t, server.url);
  assert.equal((await failureOf(client.request({ ...read, signal: AbortSignal.abort() }))).kind, "cancelled");
  assert.equal(server.received.length, 0);
  const pending = failureOf(client.request(read));
  await inFlight;
  await client.close();
  assert.equal((await pending).kind, "cancelled");
});
