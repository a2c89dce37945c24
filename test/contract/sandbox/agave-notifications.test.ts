import assert from "node:assert/strict";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import { type AgaveUser, agaveAs, assertAgaveError, assertNoResult, resultOf } from "./agave-client.ts";
import { first, withSandbox } from "./support.ts";

interface Notification {
  readonly id: string;
  readonly url: string;
  readonly event: string;
  readonly associatedUuid: string;
  readonly status: string;
  readonly attempts: number;
  readonly responseCode: number | null;
  readonly success: boolean;
  readonly persistent: boolean;
  readonly lastSent: string | null;
}

interface Call {
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** A server that is told what happens; it answers with the status that its path ends in. */
function createReceiver() {
  const calls: Call[] = [];
  const waiting: { readonly path: RegExp; readonly count: number; readonly resolve: () => void }[] = [];
  const callsTo = (path: RegExp) => calls.filter((call) => path.test(call.path));
  async function receive(incoming: IncomingMessage): Promise<number> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const path = incoming.url ?? "";
    calls.push({ path, body: JSON.parse(Buffer.concat(chunks).toString("utf8")) });
    for (const each of waiting) if (callsTo(each.path).length >= each.count) each.resolve();
    return Number(/\/(\d{3})$/.exec(path)?.[1] ?? 200);
  }
  const server = createServer(async (incoming, outgoing) => {
    outgoing.writeHead(await receive(incoming)).end();
  });
  return {
    callsTo,
    start: () => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)),
    url: (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    /** Resolves once a path was called so often. */
    called: (path: RegExp, count = 1) =>
      new Promise<void>((resolve) => {
        if (callsTo(path).length >= count) resolve();
        else waiting.push({ path, count, resolve });
      }),
    stop: () => server.close(),
  };
}

describe("Notifications of Agave in the sandbox", () => {
  const sandbox = withSandbox({ users: 40 });
  const receiver = createReceiver();
  before(() => receiver.start());
  after(() => receiver.stop());
  const as = (user: AgaveUser) => (method: string, path: string, body?: unknown) =>
    agaveAs(sandbox(), user, method, `/notifications/v2${path}`, body);
  const [operator, colleague, admin] = [as("operator"), as("colleague"), as("admin")];
  const add = async (body: object) => resultOf<Notification>(await operator("POST", "/", body), 201);
  const get = async (id: string) => resultOf<Notification>(await operator("GET", `/${id}`));
  /** Polls until a notification is as it should be. */
  const until = async (id: string, holds: (notification: Notification) => boolean) => {
    for (;;) {
      const notification = await get(id);
      if (holds(notification)) return notification;
    }
  };
  const anApp = async (name: string) => {
    const body = {
      name,
      version: "1.0",
      executionSystem: "imaging.vm",
      deploymentPath: "/a",
      templatePath: "w.sh",
      testPath: "t.sh",
    };
    const write = () => agaveAs(sandbox(), "operator", "POST", "/apps/v2/", body);
    const { uuid } = resultOf<{ uuid: string }>(await write());
    return { uuid, write };
  };
  const wanted = { url: "http://127.0.0.1:9/x", event: "UPDATED", associatedUuid: "0001-005" };

  const refused: [string, unknown, number, RegExp][] = [
    ["no event", { ...wanted, event: undefined }, 400, /No event/],
    ["no url", { ...wanted, url: "" }, 400, /No url/],
    ["a url of another scheme", { ...wanted, url: "ftp://example.org" }, 400, /Invalid url/],
    ["no resource", { ...wanted, associatedUuid: null }, 400, /No associatedUuid/],
    ["a property that is misspelt", { ...wanted, persistant: true }, 400, /Did you mean "persistent"\?/],
    ["an unknown status", { ...wanted, status: "ASLEEP" }, 400, /Invalid status/],
    [
      "an unknown way to repeat",
      { ...wanted, policy: { retryStrategyType: "OFTEN" } },
      400,
      /retryStrategyType/,
    ],
    ["a negative limit", { ...wanted, policy: { retryLimit: -1 } }, 400, /retryLimit/],
    ["no JSON", "{", 400, /JSON/],
    [
      "every resource, from somebody who is no administrator",
      { ...wanted, associatedUuid: "*" },
      403,
      /admin/,
    ],
  ];
  for (const [what, body, status, message] of refused) {
    it(`refuses a notification with ${what}`, async () => {
      assertAgaveError(await operator("POST", "/", body), status, message);
    });
  }

  it("answers 404 for what is unknown, and 403 for what belongs to somebody else", async () => {
    for (const method of ["GET", "DELETE"]) assertAgaveError(await operator(method, "/0000-011"), 404);
    assertAgaveError(await operator("POST", "/0000-011", wanted), 404);
    const { id } = await add(wanted);
    for (const method of ["GET", "DELETE"]) assertAgaveError(await colleague(method, `/${id}`), 403);
    assert.equal(resultOf<Notification>(await admin("GET", `/${id}`)).id, id);
  });

  it("adds notifications from JSON and forms, and lists them in short, the newest first", async () => {
    const older = await add({ ...wanted, associatedUuid: "listed-005" });
    assert.match(older.id, /-011$/);
    assert.deepEqual([older.status, older.attempts, older.persistent], ["ACTIVE", 0, false]);
    const form = new URLSearchParams({ ...wanted, associatedUuid: "listed-005", persistent: "true" });
    const newer = resultOf<Notification>(await operator("POST", "", form), 201);
    assert.equal(newer.persistent, true);
    const listed = resultOf<Notification[]>(await operator("GET", "?associatedUuid=listed-005"));
    assert.deepEqual(
      listed.map(({ id }) => id),
      [newer.id, older.id],
    );
    assert.deepEqual(Object.keys(first(listed)).sort(), ["_links", "associatedUuid", "event", "id", "url"]);
    const limited = await operator("GET", "?associatedUuid=listed-005&limit=1&filter=status");
    assert.deepEqual(resultOf(limited), [{ status: "ACTIVE" }]);
    assert.deepEqual(resultOf(await colleague("GET", "?associatedUuid=listed-005")), []);
    assert.equal(resultOf<unknown[]>(await admin("GET", "?event=updated")).length > 0, true);
  });

  it("posts the resource to the URL when the event happens, once", async () => {
    const { uuid, write } = await anApp("told");
    const url = receiver.url(["/told?event=$", "{EVENT}&uuid=$", "{UUID}"].join(""));
    const { id } = await add({ url, event: "updated", associatedUuid: uuid });
    await write();
    await receiver.called(/^\/told/);
    const call = first(receiver.callsTo(/^\/told/));
    assert.equal(call.path, `/told?event=UPDATED&uuid=${uuid}`);
    assert.equal(call.body.id, "told-1.0");
    const done = await until(id, ({ status }) => status === "COMPLETE");
    assert.deepEqual([done.attempts, done.responseCode, done.success], [1, 200, true]);
    assert.ok(done.lastSent);
    assertAgaveError(
      await operator("POST", `/${id}`, { ...wanted, associatedUuid: uuid }),
      412,
      /already fired/,
    );
    await write();
    assert.equal(receiver.callsTo(/^\/told/).length, 1);
  });

  it("goes on where it is persistent, and can be changed and deleted meanwhile", async () => {
    const { uuid, write } = await anApp("often");
    const body = { url: receiver.url("/often"), event: "*", associatedUuid: uuid, persistent: true };
    const { id } = await add(body);
    await write();
    await write();
    await receiver.called(/^\/often$/, 2);
    const changed = await operator("POST", `/${id}`, { ...body, url: receiver.url("/changed") });
    assert.equal(resultOf<Notification>(changed).status, "ACTIVE");
    await write();
    await receiver.called(/^\/changed$/);
    assertNoResult(await operator("DELETE", `/${id}`));
    assertAgaveError(await operator("GET", `/${id}`), 404);
    assertAgaveError(await operator("DELETE", `/${id}`), 404);
    const ids = resultOf<Notification[]>(await operator("GET", "?limit=250")).map((each) => each.id);
    assert.equal(ids.includes(id), false);
  });

  it("repeats as often as its policy says, and then has failed", async () => {
    const { uuid, write } = await anApp("failing");
    const policy = { retryStrategyType: "IMMEDIATE", retryLimit: 2 };
    const { id } = await add({
      url: receiver.url("/failing/503"),
      event: "UPDATED",
      associatedUuid: uuid,
      policy,
    });
    await write();
    const failed = await until(id, ({ status }) => status === "FAILED");
    assert.deepEqual([failed.attempts, failed.responseCode, failed.success], [3, 503, false]);
    assert.equal(receiver.callsTo(/failing/).length, 3);
  });

  it("calls nothing but this machine", async () => {
    const { uuid, write } = await anApp("afar");
    const { id } = await add({ url: "http://192.0.2.1/hook", event: "UPDATED", associatedUuid: uuid });
    await write();
    const failed = await until(id, ({ status }) => status === "FAILED");
    assert.deepEqual([failed.attempts, failed.responseCode], [1, null]);
  });
});
