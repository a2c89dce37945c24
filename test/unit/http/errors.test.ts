import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { failureKinds } from "../../../src/http/error.ts";
import { failureOf, openClient, read, write } from "./client.ts";
import { fakeServer, json } from "./server.ts";

const once = { retry: { attempts: 1 } };

test("every status has a kind, the platform's words and a way out", async (t) => {
  const expected = {
    400: "invalid",
    401: "unauthorised",
    403: "forbidden",
    404: "notFound",
    409: "conflict",
    410: "notFound",
    412: "conflict",
    422: "invalid",
    429: "rateLimited",
    500: "unavailable",
    501: "invalid",
    503: "unavailable",
    504: "unavailable",
  };
  const server = await fakeServer(t, (response, { url }) => {
    response.writeHead(Number(url.slice(1)), { "content-type": "text/plain", "x-request-id": "r-1" });
    response.end("Access denied\n");
  });
  const client = openClient(t, server.url, once);
  for (const [status, kind] of Object.entries(expected)) {
    const error = await failureOf(client.request({ ...read, path: `/${status}` }));
    assert.equal(error.kind, kind);
    assert.equal(error.message, `odm: ${status} Access denied`);
    assert.equal(error.requestId, "r-1");
    assert.match(error.advice, /\.$/);
    assert.ok(failureKinds.includes(error.kind));
  }
});

test("the platform's own code and words are read, and errors turn into plain data", async (t) => {
  const server = await fakeServer(t, (response) => json(response, { why: "taken", word: "uniqueness" }, 409));
  const client = openClient(t, server.url, {
    readFailure: ({ body }) => {
      const { why, word } = JSON.parse(Buffer.from(body).toString()) as { why: string; word: string };
      return { text: why, code: word };
    },
  });
  const error = await failureOf(client.request(write));
  assert.equal(error.message, "odm: 409 taken");
  assert.deepEqual([error.code, error.fromPlatform, error.landed], ["uniqueness", true, "no"]);
  assert.deepEqual(JSON.parse(JSON.stringify(error)).message, "odm: 409 taken");
});

test("a web page in place of JSON is named by its title", async (t) => {
  const server = await fakeServer(t, (response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<!doctype html><html><head><title>Sign in to the network</title></head></html>");
  });
  const error = await failureOf(openClient(t, server.url, once).request(read));
  assert.equal(error.kind, "protocol");
  assert.match(error.message, /an HTML page titled "Sign in to the network" came/);
});

test("JSON that is cut short, malformed JSON and other text are told apart", async (t) => {
  const bodies: Record<string, [string, RegExp]> = {
    cut: ['{"Resources":[{"id":"1"},', /JSON that is cut short came/],
    malformed: ['{"result": None}', /malformed JSON/],
    xml: ["<a/>", /an XML document/],
    text: ["hello", /the text "hello"/],
  };
  const server = await fakeServer(t, (response, { url }) => {
    response.end(bodies[url.slice(1)]?.[0]);
  });
  const client = openClient(t, server.url, once);
  for (const [name, [, expected]] of Object.entries(bodies)) {
    const error = await failureOf(client.request({ ...read, path: `/${name}` }));
    assert.equal(error.kind, "protocol");
    assert.match(error.message, expected);
  }
});

test("a write whose good answer cannot be read may have landed", async (t) => {
  const server = await fakeServer(t, (response) => {
    response.writeHead(201).end('{"id":');
  });
  const error = await failureOf(openClient(t, server.url).request(write));
  assert.deepEqual([error.kind, error.landed, server.received.length], ["protocol", "unknown", 1]);
  assert.match(error.advice, /read it from odm again before repeating/);
});

test("an empty answer is no data, and a byte-order mark is no error", async (t) => {
  const server = await fakeServer(t, (response, { url }) => {
    if (url === "/empty") response.writeHead(204).end();
    else response.end('\ufeff{"a":1}');
  });
  const client = openClient(t, server.url);
  assert.equal((await client.request({ ...read, path: "/empty" })).data, undefined);
  assert.deepEqual((await client.request({ ...read, path: "/mark" })).data, { a: 1 });
});

test("an answer past the bound is refused, whether announced or not", async (t) => {
  const server = await fakeServer(t, (response, { url }) => {
    const body = "x".repeat(5000);
    if (url === "/announced") response.setHeader("content-length", body.length);
    response.write(body.slice(0, 100));
    response.end(body.slice(100));
  });
  const client = openClient(t, server.url, { maximumBytes: 1000 });
  for (const path of ["/announced", "/streamed"]) {
    const error = await failureOf(client.request({ ...read, path, expects: "text" }));
    assert.equal(error.kind, "protocol");
    assert.match(error.message, /too large/);
  }
  const whole = await client.request({ ...read, path: "/streamed", expects: "text", maximumBytes: 5000 });
  assert.equal((whole.data as string).length, 5000);
});

test("a server that is not there is a network error that names the place", async (t) => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const error = await failureOf(openClient(t, `http://127.0.0.1:${port}`, once).request(write));
  assert.deepEqual([error.kind, error.code, error.landed], ["network", "ECONNREFUSED", "no"]);
  assert.ok(error.message.includes(`http://127.0.0.1:${port}`));
});

test("a dropped connection and a silent server: a write may have landed, a read has not", async (t) => {
  const server = await fakeServer(t, (response, { url }) => {
    if (url !== "/silent") response.destroy();
  });
  const client = openClient(t, server.url, { ...once, timeouts: { headers: 100 } });
  const dropped = await failureOf(client.request(write));
  assert.deepEqual([dropped.kind, dropped.landed], ["network", "unknown"]);
  assert.equal((await failureOf(client.request(read))).landed, "no");
  const silent = await failureOf(client.request({ ...write, path: "/silent" }));
  assert.deepEqual([silent.kind, silent.landed], ["timeout", "unknown"]);
  assert.match(silent.message, /did not answer in time/);
});

test("an error shows no stack as text and keeps no cause", async (t) => {
  const server = await fakeServer(t, (response) => {
    response.destroy();
  });
  const error = await failureOf(openClient(t, server.url, once).request(read));
  assert.doesNotMatch(error.message + error.text + error.advice + JSON.stringify(error), /\bat .*\.[jt]s/);
  assert.equal(error.cause, undefined);
});
