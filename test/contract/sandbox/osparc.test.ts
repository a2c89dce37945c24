import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Answer, send, withSandbox } from "./support.ts";

interface Node {
  readonly key: string;
  readonly version: string;
  readonly type: string;
  readonly authors: readonly unknown[];
  readonly inputs: Readonly<Record<string, { type: string; displayOrder: number }>>;
}

const viewer = "simcore/services/dynamic/3d-viewer";
const cell = "simcore/services/comp/ucdavis-cardiac-singlecell";

function assertError(answer: Answer, status: number, message: RegExp): void {
  assert.equal(answer.status, status, answer.text);
  const { data, error } = answer.json as { data: { status: number; message: string }; error?: unknown };
  assert.equal(error, undefined);
  assert.equal(data.status, status);
  assert.match(data.message, message);
}

function assertInvalid(answer: Answer, ...names: string[]): void {
  assert.equal(answer.status, 400, answer.text);
  const { error } = answer.json as { error: { status: number; message: { query: object } } };
  assert.equal(error.status, 400);
  assert.deepEqual(Object.keys(error.message.query), names);
}

describe("The director of oSPARC in the sandbox", () => {
  const sandbox = withSandbox({ users: 30 });
  const director = (method: string, path: string) => send(method, `${sandbox().endpoints.osparc.url}${path}`);
  const nodesIn = (answer: Answer) => {
    assert.equal(answer.status, 200, answer.text);
    assert.deepEqual(Object.keys(answer.json as object), ["data"]);
    return (answer.json as { data: Node[] }).data;
  };
  const service = (key: string, version: string) =>
    director("GET", `/services/${encodeURIComponent(key)}/${version}`);
  const start = (parameters: Record<string, string>) =>
    director("POST", `/running_interactive_services?${new URLSearchParams(parameters)}`);
  const running = (method: string, uuid: string) =>
    director(method, `/running_interactive_services/${encodeURIComponent(uuid)}`);

  it("says under data what is not there, and what takes another method", async () => {
    assertError(await director("GET", "/nothing"), 404, /Not Found/);
    assertError(await director("DELETE", "/services"), 405, /Not Allowed/);
    assertError(
      await service("simcore/services/comp/nothing", "1.0.0"),
      404,
      /^The service .* does not exist$/,
    );
    assertError(await service(viewer, "9.9.9"), 404, /3d-viewer:9\.9\.9 does not exist/);
    assertError(await service(viewer, "latest"), 404, /latest does not exist/);
    assertError(await running("GET", "none"), 404, /^The service with uuid none was not found$/);
    assertError(await running("DELETE", "none"), 404, /was not found$/);
  });

  it("says under error which parameters it refuses", async () => {
    assertInvalid(await director("GET", "/services?service_type=dynamic"), "service_type");
    assertInvalid(await start({}), "user_id", "service_key", "service_uuid");
    assertInvalid(await start({ user_id: "1", service_key: viewer }), "service_uuid");
  });

  it("keeps an encoded slash in its segment, and takes no other", async () => {
    const [node, ...others] = nodesIn(await service(viewer, "2.6.0"));
    assert.equal(node?.key, viewer);
    assert.deepEqual(others, []);
    assertError(await director("GET", `/services/${viewer}/2.6.0`), 404, /Not Found/);
  });

  it("says that it runs, with and without a slash at the end", async () => {
    const answer = await director("GET", "/");
    assert.deepEqual(answer.json, (await director("GET", "")).json);
    const { data } = answer.json as { data: Record<string, string> };
    assert.equal(data.status, "SERVICE_RUNNING");
    assert.deepEqual(Object.keys(data).sort(), ["api_version", "name", "status", "version"]);
  });

  it("lists services of both types, and names interactive ones dynamic", async () => {
    const all = nodesIn(await director("GET", "/services"));
    const computational = nodesIn(await director("GET", "/services?service_type=computational"));
    const interactive = nodesIn(await director("GET", "/services?service_type=interactive"));
    assert.ok(new Set(all.map(({ key }) => key)).size >= 12);
    assert.ok(computational.every(({ type, key }) => type === "computational" && key.includes("/comp/")));
    assert.ok(interactive.every(({ type, key }) => type === "dynamic" && key.includes("/dynamic/")));
    assert.equal(computational.length + interactive.length, all.length);
    for (const { authors, inputs } of all) {
      assert.ok(authors.length > 0);
      assert.ok(Object.values(inputs).every(({ displayOrder }) => typeof displayOrder === "number"));
    }
  });

  it("leaves services out of the list whose description is not valid, and shows them by their key", async () => {
    const listed = nodesIn(await director("GET", "/services")).map(({ key, version }) => `${key}:${version}`);
    for (const [key, version] of [
      [viewer, "1.4"],
      ["simcore/services/comp/old-converter", "0.1.0"],
    ] as const) {
      assert.equal(listed.includes(`${key}:${version}`), false);
      assert.equal(nodesIn(await service(key, version))[0]?.version, version);
    }
  });

  it("starts a service under a uuid once, says that it runs without a word, and stops it", async () => {
    const parameters = { user_id: "ada", service_key: viewer, service_uuid: "testing 6", service_tag: "1.4" };
    const started = await start(parameters);
    assert.equal(started.status, 201, started.text);
    const { data } = started.json as { data: Record<string, unknown> };
    assert.ok(Number.isInteger(data.published_port));
    assert.deepEqual(
      { ...data, published_port: 0 },
      {
        published_port: 0,
        entry_point: "visualizer",
        service_uuid: "testing 6",
      },
    );
    assertError(
      await start({ ...parameters, service_tag: "2.6.0" }),
      409,
      /^The service uuid testing 6 is already in use$/,
    );
    for (const method of ["GET", "DELETE"]) {
      const answer = await running(method, "testing 6");
      assert.deepEqual([answer.status, answer.text], [204, ""]);
      assert.equal(answer.headers.get("content-type"), "application/json");
    }
    assertError(await running("GET", "testing 6"), 404, /was not found/);
    assert.equal((await start(parameters)).status, 201);
  });

  it("takes the last version in the order of letters where none or latest is asked for", async () => {
    const state = () => sandbox().state().osparc.running;
    assert.equal((await start({ user_id: "1", service_key: cell, service_uuid: "a" })).status, 201);
    await start({ user_id: "1", service_key: cell, service_uuid: "b", service_tag: "latest" });
    const versions = ["a", "b"].map((uuid) => state().find((each) => each.uuid === uuid)?.version);
    assert.deepEqual(versions, ["1.0.9", "1.0.9"]);
  });

  it("has no port where the image exposes none, and fails where a service does not come up", async () => {
    const without = await start({
      user_id: "1",
      service_key: "simcore/services/dynamic/kember-viewer",
      service_uuid: "no-port",
    });
    assert.equal((without.json as { data: { published_port: unknown } }).data.published_port, null);
    const bad = { user_id: "1", service_key: "simcore/services/dynamic/bad-starter", service_uuid: "bad" };
    assertError(await start(bad), 500, /failed to start/);
    assertError(await running("GET", "bad"), 404, /was not found/);
    assertError(await start({ ...bad, service_key: "3d-viewer" }), 404, /does not exist/);
  });

  it("refuses in its own shape where a fault makes it refuse", async () => {
    sandbox().setFaults([{ kind: "serverError", platform: "osparc", times: 1 }]);
    assertError(await director("GET", "/services"), 500, /internal server error/);
    sandbox().setFaults([]);
  });

  it("lets pages of every origin read its answers", async () => {
    assert.equal((await director("GET", "/")).headers.get("access-control-allow-origin"), "*");
  });
});

describe("The director of oSPARC in the sandbox, by its specification", () => {
  const sandbox = withSandbox({ users: 30, osparcErrors: "error" });

  it("says under error what is not there", async () => {
    const answer = await send("GET", `${sandbox().endpoints.osparc.url}/running_interactive_services/none`);
    assert.equal(answer.status, 404);
    assert.deepEqual(answer.json, {
      data: null,
      error: { status: 404, message: "The service with uuid none was not found", errors: [] },
    });
  });
});
