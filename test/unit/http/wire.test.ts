import assert from "node:assert/strict";
import { createServer, request as httpRequest } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { type TestContext, test } from "node:test";
import { generate } from "selfsigned";
import { failureOf, openClient, read, write } from "./client.ts";
import { fakeServer, json } from "./server.ts";

/** A certificate of 127.0.0.1, signed by itself, for this run alone. */
const certificate = await generate([{ name: "commonName", value: "localhost" }], {
  extensions: [
    { name: "basicConstraints", cA: true },
    { name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] },
  ],
});

/** A server with a certificate that no system trusts. */
async function secureServer(t: TestContext): Promise<string> {
  const options = { key: certificate.private, cert: certificate.cert };
  const server = createSecureServer(options, (_request, response) => json(response, { secure: true }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A forward proxy: absolute-form requests and CONNECT tunnels. */
async function proxyServer(t: TestContext): Promise<{ url: string; seen: string[] }> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    const { host, ...headers } = request.headers;
    const onward = httpRequest(request.url ?? "", { method: request.method ?? "GET", headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  server.on("connect", (request, socket) => {
    seen.push(`CONNECT ${request.url}`);
    const [host, port] = (request.url ?? "").split(":");
    const onward = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      onward.pipe(socket);
      socket.pipe(onward);
    });
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

test("a certificate that nobody vouches for is refused once, with a way out", async (t) => {
  const url = await secureServer(t);
  const error = await failureOf(openClient(t, url).request(read));
  assert.deepEqual([error.kind, error.landed], ["network", "no"]);
  assert.match(error.message, /certificate is not trusted/);
  assert.match(error.advice, /certificate authority/);
});

test("an extra certificate authority is trusted beside the system's", async (t) => {
  const url = await secureServer(t);
  const client = openClient(t, url, { extraCa: certificate.cert });
  assert.deepEqual((await client.request(read)).data, { secure: true });
});

test("a given proxy is used for http and, through a tunnel, for https", async (t) => {
  const proxy = await proxyServer(t);
  const server = await fakeServer(t, (response) => json(response, { plain: true }));
  const secure = await secureServer(t);
  const options = { proxy: { url: proxy.url }, extraCa: certificate.cert };
  assert.deepEqual((await openClient(t, server.url, options).request({ ...read, path: "/a//b" })).data, {
    plain: true,
  });
  assert.deepEqual((await openClient(t, secure, options).request(read)).data, { secure: true });
  assert.deepEqual(proxy.seen, [`GET ${server.url}/a//b`, `CONNECT ${secure.slice("https://".length)}`]);
});

test("the environment's proxy is used, but not for the hosts that it excepts", async (t) => {
  const proxy = await proxyServer(t);
  const server = await fakeServer(t, (response) => json(response, {}));
  const names = ["http_proxy", "HTTP_PROXY", "no_proxy", "NO_PROXY"];
  const before = names.map((name) => [name, process.env[name]] as const);
  t.after(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
  for (const name of names) delete process.env[name];
  process.env.HTTP_PROXY = proxy.url;
  await openClient(t, server.url, { proxy: "environment" }).request(read);
  assert.equal(proxy.seen.length, 1);
  process.env.NO_PROXY = "127.0.0.1";
  await openClient(t, server.url, { proxy: "environment" }).request(read);
  await openClient(t, server.url, { proxy: { url: proxy.url, noProxy: "127.0.0.1" } }).request(read);
  assert.equal(proxy.seen.length, 1);
});

test("a proxy that is not there is a network error, and nothing has landed", async (t) => {
  const options = { proxy: { url: "http://127.0.0.1:1" }, retry: { attempts: 1 } };
  const error = await failureOf(openClient(t, "https://127.0.0.1:2", options).request(write));
  assert.deepEqual([error.kind, error.landed], ["network", "no"]);
});
