import assert from "node:assert/strict";
import { test } from "node:test";
import type { Pause } from "../../../src/http/exchange.ts";
import { failureOf, openClient, read, write } from "./client.ts";
import { FakeClock } from "./clock.ts";
import { fakeServer, json } from "./server.ts";

test("a write is sent once, whatever goes wrong", async (t) => {
  const server = await fakeServer(t, (response, { url }) => {
    if (url === "/drop") response.destroy();
    else if (url === "/cut") {
      response.writeHead(200, { "content-length": "100" }).write("{");
      response.destroy();
    } else response.writeHead(Number(url.slice(1)), url === "/503" ? { "retry-after": "1" } : {}).end();
  });
  const client = openClient(t, server.url);
  for (const path of ["/500", "/502", "/503", "/504", "/drop", "/cut"]) {
    const before = server.received.length;
    const error = await failureOf(client.request({ ...write, path }));
    assert.equal(server.received.length - before, 1, path);
    assert.equal(error.landed, "unknown", path);
  }
});

test("a read is tried again after passing failures, with growing random pauses, and then gives up", async (t) => {
  const server = await fakeServer(t, (response) => {
    response.writeHead(500).end("broken");
  });
  const clock = new FakeClock();
  const client = openClient(t, server.url, { clock, retry: { attempts: 4, base: 100, cap: 250 } });
  const error = await failureOf(client.request(read));
  assert.equal(error.kind, "unavailable");
  assert.equal(server.received.length, 4);
  assert.deepEqual(clock.sleeps, [50, 100, 125]);
});

test("a read survives a dropped connection, a truncated answer and a web page", async (t) => {
  const server = await fakeServer(t, (response, _received, number) => {
    if (number === 1) response.destroy();
    else if (number === 2) response.end('{"a":');
    else if (number === 3) response.end("<html></html>");
    else json(response, { a: 1 });
  });
  assert.deepEqual((await openClient(t, server.url).request(read)).data, { a: 1 });
});

test("what cannot pass is not tried again", async (t) => {
  const server = await fakeServer(t, (response, { url }) => {
    response.writeHead(Number(url.slice(1))).end();
  });
  const client = openClient(t, server.url);
  for (const status of [400, 401, 403, 404, 409, 501]) {
    await failureOf(client.request({ ...read, path: `/${status}` }));
  }
  assert.equal(server.received.length, 6);
});

test("429 is repeated for a write too, after the wait that the server states", async (t) => {
  const server = await fakeServer(t, (response, _received, number) => {
    if (number <= 6) response.writeHead(429, { "retry-after": "42" }).end();
    else json(response, { id: "1" }, 201);
  });
  const clock = new FakeClock();
  const pauses: Pause[] = [];
  const client = openClient(t, server.url, { clock, onPause: (pause) => pauses.push(pause) });
  const response = await client.request(write);
  assert.equal(response.status, 201);
  assert.deepEqual([...new Set(clock.sleeps)], [42_000]);
  assert.equal(pauses[0]?.text, "odm asked to wait; resumes in 42 s");
  assert.equal(pauses[0]?.resumesAt, Date.UTC(2030, 0, 1) + 42_000);
});

test("Retry-After of zero does not turn into a storm", async (t) => {
  const server = await fakeServer(t, (response) => {
    response.writeHead(429, { "retry-after": "0" }).end();
  });
  const error = await failureOf(openClient(t, server.url).request(read));
  assert.equal(error.kind, "rateLimited");
  assert.ok(server.received.length < 200, `${server.received.length} requests`);
});

test("a wait that is too long fails at once, says when to come back, and spares the server meanwhile", async (t) => {
  const server = await fakeServer(t, (response) => {
    response.writeHead(429, { "retry-after": "3600" }).end("slow down");
  });
  const clock = new FakeClock();
  const client = openClient(t, server.url, { clock });
  const first = await failureOf(client.request(write));
  assert.equal(first.message, "odm: 429 slow down");
  assert.equal(
    first.advice,
    "Come back in 60 min, at 2030-01-01T01:00:00Z; the server takes no requests until then.",
  );
  assert.equal(first.resumesAt, Date.UTC(2030, 0, 1, 1));
  clock.time += 60_000;
  const second = await failureOf(client.request(read));
  assert.deepEqual([second.kind, second.landed, server.received.length], ["rateLimited", "no", 1]);
});

test("while one request is told to wait, the others wait too", async (t) => {
  const clock = new FakeClock();
  const times: number[] = [];
  const server = await fakeServer(t, (response, _received, number) => {
    times.push(clock.now());
    if (number === 1) response.writeHead(503, { "retry-after": "30" }).end();
    else json(response, {});
  });
  const client = openClient(t, server.url, { clock, concurrency: 1 });
  await Promise.all([1, 2, 3].map(() => client.request(read)));
  const start = Date.UTC(2030, 0, 1);
  assert.deepEqual(times, [start, start + 30_000, start + 30_000, start + 30_000]);
});

test("the time that one request may take in all is bounded", async (t) => {
  const server = await fakeServer(t, (response) => {
    response.writeHead(429, { "retry-after": "100" }).end();
  });
  const error = await failureOf(openClient(t, server.url, { retry: { total: 350_000 } }).request(read));
  assert.equal(server.received.length, 4);
  assert.match(error.advice, /Come back in 100 s/);
});

test("once an attempt may have landed, a later refusal does not say that nothing happened", async (t) => {
  const server = await fakeServer(t, (response, _received, number) => {
    if (number === 1) response.destroy();
    else response.writeHead(409).end("exists");
  });
  const error = await failureOf(openClient(t, server.url).request({ ...write, repeatable: true }));
  assert.deepEqual([error.kind, error.landed], ["conflict", "unknown"]);
});

test("no more requests are in flight than the bound allows", async (t) => {
  const server = await fakeServer(t, async (response) => {
    await new Promise((resolve) => setImmediate(resolve));
    json(response, {});
  });
  const client = openClient(t, server.url, { concurrency: 3 });
  await Promise.all(Array.from({ length: 20 }, () => client.request(read)));
  assert.equal(server.received.length, 20);
  assert.ok(server.busiest() <= 3);
});
