import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Answer, first, send, withSandbox } from "./support.ts";

interface ServiceUser {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly creation_date: string;
  readonly allowed_cors_origins: readonly string[];
  readonly expiry_date: string | null;
  readonly token?: string;
}

const base = "/projects/imaging/service-users";
const fields = ["allowed_cors_origins", "creation_date", "email", "expiry_date", "id", "name"];

function errorOf(answer: Answer): string {
  const body = answer.json as Record<string, unknown>;
  assert.deepEqual(Object.keys(body), ["error"]);
  assert.equal(typeof body.error, "string");
  return body.error as string;
}

describe("UbiOps in the sandbox", () => {
  const sandbox = withSandbox({ users: 30 });
  const ubiops = (method: string, path = base, body?: unknown, token = sandbox().endpoints.ubiops.token) =>
    send(method, `${sandbox().endpoints.ubiops.url}${path}`, { authorization: `Token ${token}` }, body);
  const create = async (body: unknown = {}) => {
    const answer = await ubiops("POST", base, body);
    assert.equal(answer.status, 201, answer.text);
    return answer.json as ServiceUser & { readonly token: string };
  };
  const list = async () => (await ubiops("GET")).json as ServiceUser[];
  const expired = async () =>
    first(
      (await list()).filter((user) => user.expiry_date !== null && Date.parse(user.expiry_date) < Date.now()),
    );

  it("refuses whoever has no token or a wrong one", async () => {
    const answer = await send("GET", `${sandbox().endpoints.ubiops.url}${base}`);
    assert.equal(answer.status, 401);
    errorOf(answer);
    assert.equal((await ubiops("GET", base, undefined, "0".repeat(40))).status, 401);
  });

  it("answers 404 for other projects, users and paths, and 405 for other methods", async () => {
    for (const path of ["/projects/other/service-users", `${base}/5d1f`, "/projects"]) {
      const answer = await ubiops("GET", path);
      assert.equal(answer.status, 404, path);
      errorOf(answer);
    }
    assert.equal((await ubiops("PUT")).status, 405);
  });

  const bad: [string, unknown][] = [
    ["no JSON", "{"],
    ["a list", []],
    ["an empty name", { name: "" }],
    ["a name of 257 characters", { name: "x".repeat(257) }],
    ["a name that is a number", { name: 5 }],
    ["origins that are no list", { allowed_cors_origins: "https://a.example.org" }],
    ["an origin with a path", { allowed_cors_origins: ["https://a.example.org/x"] }],
    ["an expiry date in words", { expiry_date: "tomorrow" }],
    ["an expiry date that does not exist", { expiry_date: "2026-13-41T00:00:00Z" }],
  ];
  for (const [what, body] of bad) {
    it(`refuses ${what}`, async () => {
      const before = (await list()).length;
      const answer = await ubiops("POST", base, body);
      assert.equal(answer.status, 400, answer.text);
      errorOf(answer);
      assert.equal((await list()).length, before);
    });
  }

  it("lists service users that have expired, expire soon and never do, as a bare list without tokens", async () => {
    const users = await list();
    const now = Date.now();
    const left = users.map(({ expiry_date }) => expiry_date && Date.parse(expiry_date) - now);
    const week = 7 * 86_400_000;
    assert.ok(left.some((time) => time === null));
    assert.ok(left.some((time) => time !== null && Number(time) < 0));
    assert.ok(left.some((time) => time !== null && Number(time) > 0 && Number(time) < week));
    for (const user of users) {
      assert.deepEqual(Object.keys(user).sort(), fields);
      assert.equal(user.email, `${user.id}.imaging@serviceuser.ubiops.com`);
      assert.match(user.creation_date, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/);
    }
    assert.ok(new Set(users.map(({ name }) => name)).size < users.length, "names are not unique");
  });

  it("shows the token of a new service user once", async () => {
    const user = await create({ name: "once", expiry_date: "2099-03-24T00:00:00.000Z" });
    assert.match(user.token, /^[0-9a-f]{40}$/);
    assert.equal(user.expiry_date, "2099-03-24T00:00:00.000+00:00");
    const { token, ...rest } = user;
    const read = await ubiops("GET", `${base}/${user.id}`);
    assert.deepEqual(read.json, rest);
    assert.equal((await ubiops("GET")).text.includes(token), false);
  });

  it("forbids everything to a service user, who has no role, and ends an old token with the reset", async () => {
    const { id, token } = await create({ name: "reset" });
    assert.equal((await ubiops("GET", base, undefined, token)).status, 403);
    const reset = await ubiops("PUT", `${base}/${id}/token`);
    assert.equal(reset.status, 200);
    assert.deepEqual(Object.keys(reset.json as object), ["token"]);
    const { token: next } = reset.json as { token: string };
    assert.match(next, /^[0-9a-f]{40}$/);
    assert.equal((await ubiops("GET", base, undefined, token)).status, 401);
    assert.equal((await ubiops("GET", base, undefined, next)).status, 403);
  });

  it("tells an expiry date of null from an absent one, and replaces the list of origins", async () => {
    const origins = ["https://a.example.org", "https://b.example.org"];
    const { id } = await create({ name: "x", allowed_cors_origins: origins, expiry_date: "2099-01-01" });
    const change = async (body: unknown) => {
      const answer = await ubiops("PATCH", `${base}/${id}`, body);
      assert.equal(answer.status, 200, answer.text);
      return answer.json as ServiceUser;
    };
    const renamed = await change({ name: "y" });
    assert.equal(renamed.name, "y");
    assert.equal(renamed.expiry_date, "2099-01-01T00:00:00.000+00:00");
    assert.deepEqual(renamed.allowed_cors_origins, origins);
    assert.equal((await change({ expiry_date: null })).expiry_date, null);
    assert.deepEqual((await change({ allowed_cors_origins: origins.slice(1) })).allowed_cors_origins, [
      "https://b.example.org",
    ]);
    const cleared = await change({ allowed_cors_origins: [], unknown: 1 });
    assert.deepEqual(cleared.allowed_cors_origins, []);
    assert.equal(cleared.token, undefined);
  });

  it("changes nothing of an expired service user, who can only be deleted", async () => {
    const user = await expired();
    const update = await ubiops("PATCH", `${base}/${user.id}`, { expiry_date: null });
    assert.equal(update.status, 400);
    errorOf(update);
    assert.equal((await ubiops("PUT", `${base}/${user.id}/token`)).status, 400);
    assert.deepEqual((await ubiops("GET", `${base}/${user.id}`)).json, user);
    const removed = await ubiops("DELETE", `${base}/${user.id}`);
    assert.deepEqual([removed.status, removed.text], [204, ""]);
    assert.equal((await ubiops("GET", `${base}/${user.id}`)).status, 404);
    assert.equal((await ubiops("DELETE", `${base}/${user.id}`)).status, 404);
  });

  it("refuses in its own shape where a fault makes it refuse", async () => {
    for (const [kind, status] of [
      ["serverError", 500],
      ["unavailable", 503],
      ["forbidden", 403],
    ] as const) {
      sandbox().setFaults([{ kind, platform: "ubiops", times: 1 }]);
      const answer = await ubiops("GET");
      assert.equal(answer.status, status);
      errorOf(answer);
    }
    sandbox().setFaults([]);
  });

  it("says in x-ratelimit-reset how long to wait where a fault limits requests", async () => {
    sandbox().setFaults([{ kind: "rateLimit", platform: "ubiops", retryAfter: 7, times: 1 }]);
    const answer = await ubiops("GET");
    assert.equal(answer.status, 429);
    assert.equal(answer.headers.get("x-ratelimit-reset"), "7");
    assert.equal(answer.headers.get("retry-after"), null);
    errorOf(answer);
    assert.equal((await ubiops("GET")).status, 200);
    sandbox().setFaults([]);
  });
});

describe("The limit of UbiOps in the sandbox", () => {
  const sandbox = withSandbox({ users: 30, ubiopsLimit: { requests: 2, seconds: 3600 } });

  it("takes so many requests and refuses the next", async () => {
    const { url, token } = sandbox().endpoints.ubiops;
    const get = () => send("GET", `${url}${base}`, { authorization: `Token ${token}` });
    const answers = [await get(), await get(), await get()];
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers.get("x-ratelimit-remaining")]),
      [
        [200, "1"],
        [200, "0"],
        [429, "0"],
      ],
    );
    assert.match(answers[2]?.headers.get("x-ratelimit-reset") ?? "", /^\d+$/);
    assert.equal(answers[2]?.headers.get("x-ratelimit-limit"), "2");
  });
});
