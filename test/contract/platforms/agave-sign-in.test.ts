import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { SecretSource } from "../../../src/platforms/settings.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { Connections } from "../../../src/session/connections.ts";
import { failureOf } from "../../unit/http/client.ts";
import { memorySecrets, openAgave, openSandbox, requestsTo } from "./world.ts";

/** What somebody has who signed in with a client and a refresh token, with one that was not redeemed yet. */
async function refreshable(t: TestContext, sandbox: Sandbox) {
  const { clientKey, clientSecret, username, password } = sandbox.endpoints.agave;
  const first = memorySecrets({ clientKey, clientSecret, username, password });
  await openAgave(t, sandbox, first).get("nobody");
  const { refreshToken } = first.kept;
  assert.ok(refreshToken);
  return memorySecrets({ clientKey, clientSecret, refreshToken });
}

function connectionsOf(t: TestContext, sandbox: Sandbox, secrets: SecretSource): Connections {
  const tacc = { name: "tacc", platform: "agave", url: sandbox.endpoints.agave.url } as const;
  const connections = new Connections(
    { file: "rollcall.jsonc", connections: { tacc } },
    { configurationFile: "rollcall.jsonc", secrets: () => secrets, howToSignIn: () => "Sign in." },
  );
  t.after(() => connections.close());
  return connections;
}

const redeemed = (sandbox: Sandbox) =>
  requestsTo(sandbox, "agave").filter((request) => request === "POST /token").length;

test("a directory and the operations of one connection are signed in once, and renew together", async (t) => {
  const sandbox = await openSandbox(t);
  const connections = connectionsOf(t, sandbox, await refreshable(t, sandbox));
  const { client } = connections.openOperations("tacc");
  const directory = connections.open("tacc");
  const overheard = connections.openOperations("tacc", () => {}).client;
  const work = () => [
    ...Array.from({ length: 4 }, () => client.raw("apps.list")),
    ...Array.from({ length: 4 }, () => overheard.raw("systems.list")),
    ...Array.from({ length: 4 }, () => directory.get("nobody")),
  ];
  const before = redeemed(sandbox);
  await Promise.all(work());
  assert.equal(redeemed(sandbox), before + 1);
  for (let round = 2; round <= 3; round += 1) {
    sandbox.setFaults([{ kind: "expiredTokens", platform: "agave", times: 1 }]);
    await Promise.all(work());
    assert.equal(redeemed(sandbox), before + round);
  }
});

test("a sign-in that another program renews goes on with what that has kept", async (t) => {
  const sandbox = await openSandbox(t);
  const secrets = await refreshable(t, sandbox);
  const [here, there] = [openAgave(t, sandbox, secrets), openAgave(t, sandbox, secrets)];
  for (let round = 0; round < 3; round += 1) {
    assert.equal(await here.get("nobody"), undefined);
    assert.equal(await there.get("nobody"), undefined);
  }
});

test("a refresh token that another program has just redeemed is followed by the one that it keeps meanwhile", async (t) => {
  const sandbox = await openSandbox(t);
  const secrets = await refreshable(t, sandbox);
  const spent = secrets.kept.refreshToken;
  await openAgave(t, sandbox, secrets).get("nobody");
  let reads = 0;
  const late: SecretSource = {
    ...secrets,
    read: async (name) => {
      if (name === "refreshToken") reads += 1;
      return name === "refreshToken" && reads <= 2 ? spent : secrets.read(name);
    },
  };
  assert.equal(await openAgave(t, sandbox, late).get("nobody"), undefined);
  assert.ok(reads > 2);
});

test("a refresh token that is refused is tried once, whatever is asked for afterwards", async (t) => {
  const sandbox = await openSandbox(t);
  const secrets = await refreshable(t, sandbox);
  const spent = secrets.kept.refreshToken ?? "";
  await openAgave(t, sandbox, secrets).get("nobody");
  const { clientKey = "", clientSecret = "" } = secrets.kept;
  const directory = openAgave(t, sandbox, memorySecrets({ clientKey, clientSecret, refreshToken: spent }));
  const before = redeemed(sandbox);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const error = await failureOf(directory.get("nobody"));
    assert.equal(error.kind, "unauthorised");
    assert.match(error.text, /signing in was refused/);
    assert.equal(error.advice, "Run: rollcall sign-in tacc (refreshToken).");
    assert.ok(!JSON.stringify(error).includes(spent));
  }
  assert.equal(redeemed(sandbox), before + 1);
});
