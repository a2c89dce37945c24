import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import * as fc from "fast-check";
import type { Exchange } from "../../../src/http/exchange.ts";
import { Redactor } from "../../../src/http/redact.ts";
import { failureOf, openClient, read } from "./client.ts";
import { fakeServer } from "./server.ts";

const canary = "c4nary+T0ken/with=signs";
const forms = [
  canary,
  encodeURIComponent(canary),
  Buffer.from(canary).toString("base64"),
  JSON.stringify(canary).slice(1, -1),
];

function assertClean(text: string): void {
  for (const form of forms) assert.ok(!text.includes(form), `leaks in: ${text}`);
}

test("a secret never occurs in an error or an exchange, however the server echoes it", async (t) => {
  const echo = `bad ${canary} ${encodeURIComponent(canary)} ${Buffer.from(canary).toString("base64")}`;
  const bodies = [
    echo,
    JSON.stringify({ detail: echo }),
    `<html><title>${canary}</title></html>`,
    `{"cut":"${canary}`,
  ];
  const server = await fakeServer(t, (response, { url }) => {
    const number = Number(new URL(url, "http://x").pathname.slice(1));
    const headers = { "x-request-id": `r-${canary}`, location: `http://example.org/?token=${canary}` };
    response.writeHead([400, 500, 200, 401, 302, 404][number % 6] ?? 400, headers);
    response.end(bodies[number % bodies.length]);
  });
  const redactor = new Redactor();
  redactor.register(canary);
  const exchanges: Exchange[] = [];
  const client = openClient(t, server.url, {
    redactor,
    signIn: { headers: async () => ({ authorization: `Bearer ${canary}` }) },
    readFailure: ({ body }) => ({ text: Buffer.from(body).toString(), code: canary }),
    onExchange: (exchange) => exchanges.push(exchange),
    retry: { attempts: 1 },
  });
  for (let number = 0; number < 24; number += 1) {
    const error = await failureOf(
      client.request({
        ...read,
        path: `/${number}`,
        query: [
          ["q", canary],
          ["access_token", "other-secret-9"],
        ],
      }),
    );
    for (const shown of [
      error.message,
      error.advice,
      JSON.stringify(error),
      inspect(error, { depth: 9, showHidden: true }),
      String(error.stack),
    ]) {
      assertClean(shown);
    }
  }
  assertClean(inspect(exchanges, { depth: 9 }));
  assert.ok(exchanges.every(({ url }) => !url.includes("other-secret-9")));
  assertClean(inspect(client, { depth: 9, showHidden: true }));
});

test("a redirect elsewhere and an unsendable header do not leak either", async (t) => {
  const server = await fakeServer(t, (response) => {
    response.end();
  });
  const bad = `${canary}\n`;
  const redactor = new Redactor();
  redactor.register(bad);
  const client = openClient(t, server.url, {
    redactor,
    signIn: { headers: async () => ({ authorization: bad }) },
  });
  const error = await failureOf(client.request(read));
  assert.equal(error.kind, "invalid");
  assertClean(inspect(error, { depth: 9, showHidden: true }));
});

test("shortening never leaves half a secret behind", async (t) => {
  const redactor = new Redactor();
  redactor.register(canary);
  for (const [status, type] of [
    [200, "text/plain"],
    [400, "text/plain"],
    [400, "text/html"],
  ] as const) {
    for (const length of [100, 110, 115, 119, 480, 490, 499]) {
      const padding = "x ".repeat(length / 2);
      const body =
        type === "text/html" ? `<html><title>${padding}${canary}</title>` : `${padding}${canary} end`;
      const server = await fakeServer(t, (response) => {
        response
          .writeHead(status, { "content-type": type, "x-request-id": `${"r".repeat(95)}${canary}` })
          .end(body);
      });
      const client = openClient(t, server.url, { redactor, retry: { attempts: 1 } });
      const error = await failureOf(client.request(read));
      assert.ok(!JSON.stringify(error).includes("c4na"), JSON.stringify(error));
    }
  }
});

test("secrets that nobody registered are known by their shape", () => {
  const redactor = new Redactor();
  const secret = "a1b2c3d4e5f6";
  const texts = [
    `Authorization: Bearer ${secret}`,
    `authorization: token ${secret} and more`,
    `Basic ${secret}==`,
    `https://example.org/x?access_token=${secret}&page=2`,
    `grant_type=password&username=u&password=${secret}`,
    `{"refresh_token":"${secret}","page":2}`,
    `{\\"consumerSecret\\":\\"${secret}\\"}`,
    `{"auth_token": "${secret}`,
    `https://me:${secret}@example.org/path`,
    `x-auth-token=${secret}`,
  ];
  for (const text of texts) assert.ok(!redactor.text(text).includes(secret), redactor.text(text));
  assert.deepEqual(redactor.headers({ "X-Auth-Token": secret, Cookie: secret, accept: "json" }), {
    "X-Auth-Token": "[redacted]",
    Cookie: "[redacted]",
    accept: "json",
  });
  assert.deepEqual(redactor.value({ list: [{ password: secret, name: "n" }], token: null }), {
    list: [{ password: "[redacted]", name: "n" }],
    token: null,
  });
});

test("ordinary words are left alone", () => {
  const redactor = new Redactor();
  for (const text of [
    "Token validation failed",
    "Basic authentication is required",
    "page=2&count=10",
    '{"userName":"jo"}',
  ]) {
    assert.equal(redactor.text(text), text);
  }
});

test("whatever the secret is, no form of it survives", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4, unit: "grapheme" }), fc.string(), (secret, around) => {
      const redactor = new Redactor();
      redactor.register(secret);
      const redacted = redactor.text(`${around} ${secret} ${encodeURIComponent(secret)} ${around}`);
      const outside = redacted.replaceAll("[redacted]", "");
      return !outside.includes(secret) || around.includes(secret) || "[redacted]".includes(secret);
    }),
    { numRuns: 300 },
  );
});
