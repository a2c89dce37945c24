import assert from "node:assert/strict";
import { test } from "node:test";
import { PlatformError } from "../../../src/http/error.ts";
import type { SignIn } from "../../../src/http/signin.ts";
import { failureOf, openClient, read, write } from "./client.ts";
import { fakeServer, json } from "./server.ts";

/** A sign-in whose tokens are token-1, token-2, …; the server takes the one it is told. */
function countingSignIn(renews = true): SignIn & { renewals: number; refusals: number } {
  let generation = 1;
  return {
    renewals: 0,
    refusals: 0,
    headers: async () => ({ authorization: `Bearer token-${generation}` }),
    hasExpired: ({ body }) => Buffer.from(body).toString() === "expired",
    async renew() {
      this.renewals += 1;
      await new Promise((resolve) => setImmediate(resolve));
      if (renews) generation += 1;
      return renews;
    },
    refused() {
      this.refusals += 1;
    },
  };
}

test("many requests that find the token expired renew it once, and a write is then repeated", async (t) => {
  const server = await fakeServer(t, (response, { headers }) => {
    if (headers.authorization === "Bearer token-2") json(response, {});
    else response.writeHead(401).end("expired");
  });
  const signIn = countingSignIn();
  const client = openClient(t, server.url, { signIn });
  await Promise.all(Array.from({ length: 20 }, (_, index) => client.request(index % 2 ? read : write)));
  assert.equal(signIn.renewals, 1);
});

test("a token that is expired again after its renewal is not renewed in circles", async (t) => {
  const server = await fakeServer(t, (response) => {
    response.writeHead(401).end("expired");
  });
  const signIn = countingSignIn();
  const error = await failureOf(openClient(t, server.url, { signIn }).request(read));
  assert.equal(error.message, "odm: 401 the token has expired");
  assert.deepEqual([signIn.renewals, server.received.length], [3, 4]);
});

test("a refusal that does not speak of expiry is never renewed, and the token is read anew next time", async (t) => {
  const server = await fakeServer(t, (response) => {
    response.writeHead(401).end("Permission denied");
  });
  const signIn = countingSignIn();
  const client = openClient(t, server.url, { signIn, howToSignIn: () => "Run sign-in for odm." });
  const error = await failureOf(client.request(read));
  assert.deepEqual([error.kind, error.advice], ["unauthorised", "Run sign-in for odm."]);
  assert.deepEqual([signIn.renewals, signIn.refusals, server.received.length], [0, 1, 1]);
});

test("a token that cannot be renewed is said to have expired", async (t) => {
  const server = await fakeServer(t, (response) => {
    response.writeHead(401).end("expired");
  });
  const error = await failureOf(openClient(t, server.url, { signIn: countingSignIn(false) }).request(read));
  assert.deepEqual(
    [error.kind, error.text, server.received.length],
    ["unauthorised", "the token has expired", 1],
  );
});

test("missing or unreadable credentials fail before anything is sent", async (t) => {
  const server = await fakeServer(t, (response) => json(response, {}));
  const missing = new PlatformError({
    kind: "unauthorised",
    connection: "odm",
    text: "not signed in",
    advice: "Sign in.",
  });
  for (const [thrown, text] of [
    [missing, "not signed in"],
    [new Error("keyring locked"), "the credentials could not be read"],
  ] as const) {
    const signIn = { headers: async () => Promise.reject(thrown) };
    const error = await failureOf(openClient(t, server.url, { signIn }).request(write));
    assert.deepEqual([error.kind, error.text, error.landed], ["unauthorised", text, "no"]);
  }
  assert.equal(server.received.length, 0);
});

test("an anonymous request carries no credentials", async (t) => {
  const server = await fakeServer(t, (response) => json(response, {}));
  await openClient(t, server.url, { signIn: countingSignIn() }).request({ ...read, anonymous: true });
  assert.equal(server.received[0]?.headers.authorization, undefined);
});
