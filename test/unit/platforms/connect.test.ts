import assert from "node:assert/strict";
import { test } from "node:test";
import { PlatformError } from "../../../src/http/error.ts";
import { isWritable } from "../../../src/identity/directory.ts";
import { operations013 } from "../../../src/platforms/astakos/operations.ts";
import { connect, openCaller } from "../../../src/platforms/connect.ts";
import { odmOperations } from "../../../src/platforms/odm/operations.ts";
import { type ConnectionSettings, directoryPlatforms } from "../../../src/platforms/settings.ts";
import { failureOf } from "../http/client.ts";
import { FakeClock } from "../http/clock.ts";
import { fakeServer, json } from "../http/server.ts";

const noSecrets = { read: async () => undefined };

test("a platform that is no directory, and a URL that is none, are refused in words", () => {
  const settings = {
    name: "osparc",
    platform: "osparc",
    url: "http://localhost",
  } as unknown as ConnectionSettings;
  assert.throws(
    () => connect(settings, noSecrets),
    (error: unknown) =>
      error instanceof PlatformError &&
      error.kind === "invalid" &&
      /odm, scim, astakos, agave/.test(error.advice),
  );
  assert.throws(() => connect({ name: "odm", platform: "odm", url: "nonsense" }, noSecrets), PlatformError);
});

test("what each platform can do", () => {
  const abilities = directoryPlatforms.map((platform) => {
    const directory = connect({ name: platform, platform, url: "https://example.org" }, noSecrets);
    return [directory.platformName, directory.abilities.enumerates, isWritable(directory)];
  });
  assert.deepEqual(abilities, [
    ["Genestack ODM", "active", true],
    ["SCIM 2.0", "all", true],
    ["Astakos", "none", false],
    ["Agave", "none", false],
  ]);
});

test("a missing secret says how to sign in, and nothing is sent", async (t) => {
  const server = await fakeServer(t, (response) => json(response, {}));
  for (const platform of directoryPlatforms) {
    const directory = connect({ name: "here", platform, url: server.url }, noSecrets, {
      howToSignIn: (connection, name) => `Set ROLLCALL_TOKEN_${connection.toUpperCase()} (${name}).`,
      proxy: "none",
    });
    t.after(() => directory.close());
    const error = await failureOf(directory.get("x"));
    assert.deepEqual([error.kind, error.advice], ["unauthorised", "Set ROLLCALL_TOKEN_HERE (token)."]);
  }
  assert.equal(server.received.length, 0);
});

test("secrets that cannot be read or sent are no crash and are not shown", async (t) => {
  const server = await fakeServer(t, (response) => json(response, {}));
  const sources = [
    { read: async () => Promise.reject(new Error("keyring says hunter2secret")) },
    { read: async () => "hunter2secret with a\u00e9 blank" },
  ];
  for (const secrets of sources) {
    const directory = connect({ name: "odm", platform: "odm", url: server.url }, secrets, { proxy: "none" });
    t.after(() => directory.close());
    const error = await failureOf(directory.get("1"));
    assert.equal(error.kind, "unauthorised");
    assert.ok(!JSON.stringify(error).includes("hunter2secret"));
  }
  assert.equal(server.received.length, 0);
});

test("a token is read once, and again after it was refused", async (t) => {
  let reads = 0;
  const server = await fakeServer(t, (response, { headers }) => {
    if (headers.authorization === "bearer token-1-abc") json(response, { error: { message: "no" } }, 401);
    else json(response, { id: "1" });
  });
  const read = async () => {
    reads += 1;
    return `token-${reads}-abc`;
  };
  const directory = connect({ name: "odm", platform: "odm", url: server.url }, { read }, { proxy: "none" });
  t.after(() => directory.close());
  assert.equal((await failureOf(directory.get("1"))).kind, "unauthorised");
  assert.equal((await directory.get("1"))?.id, "1");
  await directory.get("1");
  assert.equal(reads, 2);
});

test("calls that are wrong in themselves are refused before anything is sent", async (t) => {
  const server = await fakeServer(t, (response) => json(response, {}));
  const secrets = { read: async () => "token-1234" };
  const odm = openCaller({ name: "odm", platform: "odm", url: server.url }, secrets, { proxy: "none" });
  t.after(() => odm.close());
  const wrong = [
    odm.call(odmOperations.list, { parameters: { FILTER: "x" } }),
    odm.call(odmOperations.get),
    odm.call(odmOperations.get, { parameters: { id: ".." } }),
    odm.call(odmOperations.create),
  ];
  for (const promise of wrong) assert.deepEqual([(await failureOf(promise)).kind], ["invalid"]);
  assert.equal(server.received.length, 0);
});

test("forms are encoded, and operations without credentials send none", async (t) => {
  const server = await fakeServer(t, (response) => json(response, []));
  const secrets = { read: async () => "token-1234" };
  const astakos = openCaller({ name: "okeanos", platform: "astakos", url: server.url }, secrets, {
    proxy: "none",
  });
  t.after(() => astakos.close());
  await astakos.call(operations013.feedback, { parameters: { feedback_msg: "a&b=c é" } });
  await astakos.call(operations013.get_menu, { parameters: { location: "/x y" } });
  const [feedback, menu] = server.received;
  assert.equal(feedback?.body, "feedback_msg=a%26b%3Dc+%C3%A9");
  assert.equal(feedback?.headers["content-type"], "application/x-www-form-urlencoded");
  assert.equal(feedback?.headers["x-auth-token"], "token-1234");
  assert.deepEqual([menu?.url, menu?.headers["x-auth-token"]], ["/im/get_menu?location=%2Fx%20y", undefined]);
});

test("timeoutSeconds bounds how long an answer is waited for", async (t) => {
  const server = await fakeServer(t, () => {});
  const settings = { name: "odm", platform: "odm", url: server.url, timeoutSeconds: 0.05 } as const;
  const options = { proxy: "none", clock: new FakeClock(), retry: { attempts: 1 } } as const;
  const directory = connect(settings, { read: async () => "token-1234" }, options);
  t.after(() => directory.close());
  assert.equal((await failureOf(directory.get("1"))).kind, "timeout");
});
