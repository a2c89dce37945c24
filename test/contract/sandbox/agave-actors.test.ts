import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assertRefused, callAs, resultIn, type Shown, until } from "./agave-call.ts";
import { first, send, withSandbox } from "./support.ts";

describe("Actors of Agave in the sandbox", () => {
  const sandbox = withSandbox();
  const call = callAs(sandbox);
  const asColleague = callAs(sandbox, "colleague");
  const asAdmin = callAs(sandbox, "admin");
  const add = async (fields: Shown = {}) =>
    resultIn(await call("POST", "/actors/v2", { image: "abacosamples/test", ...fields }));
  const ready = async (fields: Shown = {}) => {
    const { id } = await add(fields);
    await until(
      () => call("GET", `/actors/v2/${id}`),
      (answer) => resultIn(answer).status === "READY",
    );
    return `/actors/v2/${id}`;
  };

  it("refuses requests without a token as the gateway does", async () => {
    const answer = await send("GET", `${sandbox().endpoints.agave.url}/actors/v2`);
    assert.equal(answer.status, 401);
    assert.match(answer.text, /900902/);
  });

  const wrong: readonly (readonly [string, unknown, RegExp])[] = [
    ["no image", { name: "a" }, /^Invalid actor description: image/],
    ["a number of workers that is none", { image: "a", maxWorkers: "many" }, /max_workers/],
    ["an environment that is no object", { image: "a", default_environment: "x" }, /default_environment/],
    ["a schedule that cannot be read", { image: "a", cron_schedule: "daily" }, /cron_schedule/],
    ["a privileged actor of somebody who is not", { image: "a", privileged: true }, /^Not authorized/],
  ];
  for (const [what, body, message] of wrong) {
    it(`refuses ${what} with 400`, async () => {
      assertRefused(await call("POST", "/actors/v2", body), 400, message);
    });
  }

  it("answers unknown actors, paths and methods in its own envelope", async () => {
    assertRefused(
      await call("GET", "/actors/v2/unknown"),
      404,
      /^Actor with identifier 'unknown' not found$/,
    );
    assertRefused(await call("GET", "/actors/v2/a/b/c/d/e"), 404, /not found/);
    assertRefused(await call("PATCH", "/actors/v2"), 405, /not allowed/);
    assert.equal((await call("GET", "/actors/v2/unknown")).text.includes('"result":null'), true);
  });

  it("refuses with 400 what somebody may not do, and grants it by level", async () => {
    const path = await ready();
    const { colleague } = { colleague: resultIn(await asColleague("GET", "/profiles/v2/me")).username };
    assertRefused(await asColleague("GET", path), 400, /access/);
    assertRefused(await call("POST", `${path}/permissions`, { user: colleague }), 400, /level/);
    assertRefused(await call("POST", `${path}/permissions`, { user: colleague, level: "ALL" }), 400, /level/);
    const granted = await call("POST", `${path}/permissions`, { user: colleague, level: "READ" });
    assert.equal(resultIn(granted)[String(colleague)], "READ");
    assert.deepEqual(resultIn(await call("GET", `${path}/permissions`)), resultIn(granted));
    assert.equal((await asColleague("GET", path)).status, 200);
    assertRefused(await asColleague("POST", `${path}/messages`, { message: "x" }), 400, /access/);
    await call("POST", `${path}/permissions`, { user: "ABACO_WORLD", level: "EXECUTE" });
    assert.equal((await asColleague("POST", `${path}/messages`, { message: "x" })).status, 200);
    assertRefused(await asColleague("DELETE", path), 400, /access/);
  });

  it("registers an actor, which is ready after a moment, and spells in camel case", async () => {
    const actor = await add({ name: "echo", default_environment: { A: "1" } });
    assert.equal(actor.status, "SUBMITTED");
    assert.deepEqual(actor.defaultEnvironment, { A: "1" });
    assert.equal("default_environment" in actor, false);
    const answer = await until(
      () => call("GET", `/actors/v2/${actor.id}`),
      ({ json }) => (json as { result: Shown }).result.status !== "SUBMITTED",
    );
    assert.equal(resultIn(answer).status, "READY");
    const broken = await add({ image: "sandbox/a:missing" });
    const failed = await call("GET", `/actors/v2/${broken.id}`);
    assert.equal(resultIn(failed).status, "ERROR");
    assert.match(String(resultIn(failed).statusMessage), /missing/);
  });

  it("takes the description as a form as well", async () => {
    const form = new URLSearchParams({ image: "abacosamples/test", stateless: "false" });
    assert.equal(resultIn(await call("POST", "/actors/v2", form)).stateless, false);
  });

  it("replaces the description, and deploys again for a new image or by force", async () => {
    const path = await ready({ name: "fixed", stateless: false });
    assertRefused(await call("PUT", path, { description: "x" }), 400, /image/);
    assertRefused(await call("PUT", path, { image: "abacosamples/test" }), 400, /stateless/);
    const same = { image: "abacosamples/test", name: "other", stateless: false };
    const kept = resultIn(await call("PUT", path, same));
    assert.deepEqual([kept.name, kept.status, kept.revision], ["fixed", "READY", 1]);
    const forced = resultIn(await call("PUT", path, { ...same, force: true }));
    assert.deepEqual([forced.status, forced.revision], ["SUBMITTED", 2]);
  });

  it("deletes an actor with all that belongs to it", async () => {
    const path = await ready();
    const answer = await call("DELETE", path);
    assert.equal(resultIn(answer), null);
    assert.match(answer.text, /Actor deleted successfully\./);
    assertRefused(await call("GET", path), 404, /not found/);
  });

  it("gives a list without parameters, and a search with any", async () => {
    const { id } = await add({ name: "found" });
    const all = resultIn<Shown[]>(await call("GET", "/actors/v2"));
    assert.ok(all.some((actor) => actor.id === id));
    const page = resultIn<{ _metadata: Shown; search: Shown[] }>(
      await call("GET", "/actors/v2?limit=1&skip=1"),
    );
    assert.deepEqual(page._metadata, {
      totalCount: all.length,
      recordsSkipped: 1,
      recordLimit: 1,
      countReturned: 1,
    });
    assert.equal(first(page.search).id, all[1]?.id);
    const search = async (query: string) =>
      resultIn<{ search: Shown[] }>(await call("GET", `/actors/v2?${query}`)).search.map((actor) => actor.id);
    assert.deepEqual(await search("name.like=FOUN"), [id]);
    assert.deepEqual(await search("name.in=[found,other]"), [id]);
    assert.deepEqual(await search("search=found"), [id]);
    assert.deepEqual(await search("offset=0"), [], "offset is a field here, which no actor has");
  });

  it("runs an actor for a message, with logs, and gives each result once and raw", async () => {
    const path = await ready({ defaultEnvironment: { QUALITY: "high" } });
    const sent = resultIn(await call("POST", `${path}/messages?color=red`, { message: "hello" }));
    assert.equal(sent.msg, "hello");
    const execution = `${path}/executions/${sent.executionId}`;
    const done = await until(
      () => call("GET", execution),
      (answer) => resultIn(answer).status === "COMPLETE",
    );
    assert.notEqual(resultIn(done).finishTime, "None");
    const { logs } = resultIn(await call("GET", `${execution}/logs`));
    assert.match(String(logs), /^Message: hello\nQUALITY=high\ncolor=red\n/);
    const [result, empty] = [
      await call("GET", `${execution}/results`),
      await call("GET", `${execution}/results`),
    ];
    assert.equal(result.headers.get("content-type"), "application/octet-stream");
    assert.deepEqual([result.text, empty.text, empty.status], ["hello", "", 200]);
    const summary = resultIn(await call("GET", `${path}/executions`));
    assert.equal(summary.totalExecutions, 1);
    assert.equal((summary.executions as Shown[]).length, 1);
    const found = resultIn(await call("GET", `${path}/executions?status=COMPLETE&limit=5`));
    assert.equal((found.search as Shown[]).length, 1);
  });

  it("counts the messages that wait, and takes raw JSON, bytes and synchronous ones", async () => {
    const { id } = await add();
    const path = `/actors/v2/${id}`;
    assertRefused(await call("POST", `${path}/messages`, { message: "" }), 400, /message/);
    assertRefused(await call("POST", `${path}/messages`), 400, /message/);
    const raw = resultIn(await call("POST", `${path}/messages`, { a: [1] }));
    assert.deepEqual(raw.msg, { a: [1] });
    const binary = { "content-type": "application/octet-stream" };
    const bytes = resultIn(await call("POST", `${path}/messages`, "\u0000\u0001", binary));
    assert.equal(bytes.msg, "binary - omitted");
    const { messages } = resultIn(await call("GET", `${path}/messages`));
    assert.equal(typeof messages, "number");
    const answer = await call("POST", `${path}/messages?_abaco_synchronous=true`, { message: "now" });
    assert.deepEqual([answer.status, answer.text], [200, "now"]);
  });

  it("refuses executions that are not there with 400", async () => {
    const path = await ready();
    for (const part of ["", "/logs", "/results"]) {
      assertRefused(await call("GET", `${path}/executions/none${part}`), 400, /^No executions found/);
    }
  });

  it("keeps a state for stateful actors only", async () => {
    const stateless = await ready();
    assertRefused(await call("GET", `${stateless}/state`), 404, /^actor is stateless\.$/);
    assertRefused(await call("POST", `${stateless}/state`, { a: 1 }), 404, /stateless/);
    const path = await ready({ stateless: false });
    assertRefused(await call("POST", `${path}/state`, "0"), 400, /JSON serializable/);
    const actor = resultIn(await call("POST", `${path}/state`, { default_environment: 1 }));
    assert.equal(`/actors/v2/${actor.id}`, path, "the answer is the actor");
    assert.deepEqual(resultIn(await call("GET", `${path}/state`)), { state: { default_environment: 1 } });
  });

  it("lets administrators alone add and stop workers", async () => {
    const path = await ready();
    assertRefused(await call("POST", `${path}/workers`, { num: 2 }), 400, /administrators/);
    assertRefused(await asAdmin("POST", `${path}/workers`, { num: 0 }), 400, /num/);
    assert.equal(resultIn(await asAdmin("POST", `${path}/workers`, { num: 2 })), null);
    const workers = resultIn<Shown[]>(await call("GET", `${path}/workers`));
    assert.equal(workers.length, 2);
    const one = `${path}/workers/${first(workers).id}`;
    assert.equal(resultIn(await call("GET", one)).actorId, path.split("/").at(-1));
    assertRefused(await call("DELETE", one), 400, /administrators/);
    assert.match((await asAdmin("DELETE", one)).text, /Worker scheduled to be stopped\./);
    await until(
      () => call("GET", one),
      ({ status }) => status === 404,
    );
    assertRefused(await asAdmin("DELETE", `${path}/workers/none`), 404, /No worker/);
  });

  it("takes a nonce for a token, as often and as far as it goes", async () => {
    const path = await ready();
    assertRefused(await call("POST", `${path}/nonces`, { maxUses: 0 }), 400, /max_uses/);
    assertRefused(await call("POST", `${path}/nonces`, { level: "OWNER" }), 400, /level/);
    const nonce = resultIn(await call("POST", `${path}/nonces`, { level: "READ", max_uses: 1 }));
    assert.match(String(nonce.id), /^SANDBOX_\w+$/);
    const { url } = sandbox().endpoints.agave;
    const byNonce = (method: string, id: unknown, part = "") =>
      send(
        method,
        `${url}${path}${part}?x-nonce=${id}`,
        {},
        method === "POST" ? { message: "x" } : undefined,
      );
    assertRefused(await byNonce("POST", nonce.id, "/messages"), 400, /level/);
    assert.equal(resultIn(await byNonce("GET", nonce.id)).status, "READY");
    assertRefused(await byNonce("GET", nonce.id), 400, /as often/);
    assertRefused(await byNonce("GET", "none"), 400, /nonce/);
    const endless = resultIn(await call("POST", `${path}/nonces`));
    assert.deepEqual([endless.level, endless.maxUses, endless.remainingUses], ["EXECUTE", -1, -1]);
    assert.equal(resultIn<Shown[]>(await call("GET", `${path}/nonces`)).length, 2);
    const one = `${path}/nonces/${endless.id}`;
    assert.equal(resultIn(await call("GET", one)).id, endless.id);
    assert.equal(resultIn(await call("DELETE", one)), null);
    assertRefused(await call("GET", one), 404, /No nonce/);
  });
});

describe("Actors of Agave in snake case", () => {
  const sandbox = withSandbox({ actorCase: "snake" });
  const call = callAs(sandbox);

  it("spells the keys as the service keeps them", async () => {
    const actor = resultIn(await call("POST", "/actors/v2", { image: "a", maxWorkers: 3 }));
    assert.equal(actor.max_workers, 3);
    assert.equal("maxWorkers" in actor, false);
    const { _metadata } = resultIn<{ _metadata: Shown }>(await call("GET", "/actors/v2?limit=2"));
    assert.equal(_metadata.record_limit, 2);
    const sent = resultIn(await call("POST", `/actors/v2/${actor.id}/messages`, { message: "x" }));
    assert.equal(typeof sent.execution_id, "string");
  });
});
