import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { LogEntry } from "../../../src/sandbox/sandbox.ts";
import { agave, odm, send, withSandbox } from "./support.ts";

describe("The sandbox's control", () => {
  const sandbox = withSandbox({ at: "baseline", users: 40, seed: 3 });
  const control = (method: string, path: string, body?: unknown) =>
    send(method, `${sandbox().endpoints.control.url}${path}`, {}, body);
  const readLog = async () => (await control("GET", "/log")).json as LogEntry[];

  it("says what it has where it is asked for something else", async () => {
    const answer = await control("GET", "/nothing");
    assert.equal(answer.status, 404);
    assert.match(answer.text, /GET \/log.*POST \/faults/);
  });

  it("refuses faults that it does not know, and says which there are", async () => {
    const refused = [
      { faults: [{ kind: "earthquake" }] },
      { faults: [{ kind: "latency" }] },
      { faults: [{ kind: "latency", ms: "soon" }] },
      { faults: [{ kind: "serverError", ms: 5 }] },
      { faults: [{ kind: "serverError", platform: "control" }] },
      { faults: [{ kind: "serverError", every: 0 }] },
      { faults: [{ kind: "expiredTokens", platform: "odm" }] },
      { faults: [{ kind: "__proto__" }] },
      { faults: ["latency"] },
      { faults: "unknown preset" },
      { fault: [] },
      "not JSON",
    ];
    for (const body of refused) {
      const answer = await control("POST", "/faults", body);
      assert.equal(answer.status, 400, JSON.stringify(body));
      const { error, kinds } = answer.json as { error: { message: string }; kinds: string[] };
      assert.ok(error.message);
      assert.ok(kinds.includes("latency") && kinds.includes("movingTotal"));
    }
    assert.deepEqual((await control("GET", "/faults")).json, { faults: [] });
  });

  it("takes faults as a list or by name, and an empty list clears them", async () => {
    const list = [
      { kind: "serverError", platform: "odm", every: 2, times: 1, after: 1, path: "/api", method: "GET" },
    ];
    const taken = (await control("POST", "/faults", { faults: list })).json;
    assert.deepEqual(taken, { faults: list });
    const named = (await control("POST", "/faults", { faults: "storm" })).json as { faults: unknown[] };
    assert.ok(named.faults.length > 5);
    assert.deepEqual((await control("POST", "/faults", { faults: [] })).json, { faults: [] });
  });

  it("logs every request to a platform in order, and none to itself", async () => {
    await control("DELETE", "/log");
    await odm(sandbox(), "GET", "/Users?count=1&filter=userName%20eq%20%22a%22");
    await odm(sandbox(), "POST", "/Users", { displayName: "No e-mail", active: true });
    await agave(sandbox(), "/profiles/v2/me");
    const log = await readLog();
    assert.deepEqual(
      log.map(({ platform, method, path, body, status }) => [platform, method, path, body, status]),
      [
        ["odm", "GET", "/api/v1/scim/Users?count=1&filter=userName%20eq%20%22a%22", null, 200],
        ["odm", "POST", "/api/v1/scim/Users", { displayName: "No e-mail", active: true }, 400],
        ["agave", "GET", "/profiles/v2/me", null, 200],
      ],
    );
    assert.ok(log.every(({ time }) => !Number.isNaN(Date.parse(time))));
    assert.deepEqual(sandbox().log(), log);
    await control("DELETE", "/log");
    assert.deepEqual(await readLog(), []);
  });

  it("logs passwords and tokens in bodies masked", async () => {
    await control("DELETE", "/log");
    const { url, clientKey, clientSecret, username, password } = sandbox().endpoints.agave;
    const headers = { authorization: `Basic ${btoa(`${clientKey}:${clientSecret}`)}` };
    const form = (fields: Record<string, string>) =>
      send("POST", `${url}/token`, headers, new URLSearchParams(fields));
    const granted = await form({ grant_type: "password", username, password });
    const { refresh_token } = granted.json as { refresh_token: string };
    await form({ grant_type: "refresh_token", refresh_token });
    await odm(sandbox(), "POST", "/Users", {
      nested: { password: "hidden-value", list: [{ token: "hidden-value" }] },
    });
    const text = JSON.stringify(await readLog());
    for (const secret of [password, refresh_token, "hidden-value"])
      assert.equal(text.includes(secret), false);
    assert.ok(text.includes("grant_type=password"));
    assert.ok(text.includes(username));
  });

  it("shows the state and the truth, and moves on from the baseline once", async () => {
    assert.deepEqual((await control("GET", "/state")).json, JSON.parse(JSON.stringify(sandbox().state())));
    const before = (await control("GET", "/truth")).json as { at: string; users: number; seed: number };
    assert.deepEqual([before.at, before.users, before.seed], ["baseline", 40, 3]);
    assert.deepEqual((await control("POST", "/advance")).json, { at: "now" });
    const state = sandbox().state();
    assert.equal(state.at, "now");
    assert.deepEqual((await control("POST", "/advance")).json, { at: "now" });
    assert.deepEqual(sandbox().state(), state);
    const after = (await control("GET", "/truth")).json as { at: string };
    assert.equal(after.at, "now");
    assert.deepEqual(after, JSON.parse(JSON.stringify(sandbox().truth())));
  });
});
