import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type AgaveUser,
  agaveAs,
  assertAgaveError,
  assertNoResult,
  resultOf,
  usernameOf,
} from "./agave-client.ts";
import { withSandbox } from "./support.ts";

interface System {
  readonly id: string;
  readonly uuid: string;
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly description: string;
  readonly public: boolean;
  readonly default: boolean;
  readonly owner: string;
  readonly revision: number;
  readonly storage: { readonly auth: unknown };
}

interface Role {
  readonly username: string;
  readonly role: string;
}

const storage = {
  host: "data.example.org",
  port: 22,
  protocol: "sftp",
  rootDir: "/",
  homeDir: "/home",
  auth: { type: "password", username: "ada", password: "not to be seen" },
};
const newStorage = (id: string, parts: object = {}) => ({
  id,
  name: "New",
  type: "STORAGE",
  storage,
  ...parts,
});
const newExecution = (id: string, parts: object = {}) => ({
  ...newStorage(id),
  type: "execution",
  executionType: "CLI",
  scheduler: "FORK",
  queues: [{ name: "debug" }],
  login: { ...storage, protocol: "SSH" },
  ...parts,
});

describe("Systems of Agave in the sandbox", () => {
  const sandbox = withSandbox({ users: 40 });
  const as = (user: AgaveUser) => (method: string, path: string, body?: unknown) =>
    agaveAs(sandbox(), user, method, `/systems/v2${path}`, body);
  const [operator, colleague, admin] = [as("operator"), as("colleague"), as("admin")];
  const list = async (query = "", who = operator) => resultOf<System[]>(await who("GET", query));
  const idsOf = async (query = "", who = operator) => (await list(query, who)).map(({ id }) => id);
  const get = async (id: string, who = operator) => resultOf<System>(await who("GET", `/${id}`));
  const add = async (body: { id: string }) => resultOf<System>(await operator("POST", "/", body), 201);

  it("answers 404 for what is unknown or deleted, and 403 for what one may not read", async () => {
    for (const id of ["nothing", "imaging.retired"]) {
      assertAgaveError(await operator("GET", `/${id}`), 404, /No system found/);
      assertAgaveError(await operator("GET", `/${id}/roles`), 404);
      assertAgaveError(await operator("DELETE", `/${id}`), 404);
    }
    assertAgaveError(await operator("GET", "/genomics.private"), 403);
  });

  const refused: [string, unknown, RegExp][] = [
    ["no id", { name: "A" }, /No id/],
    ["a short id", newStorage("a"), /Invalid id/],
    ["no name", newStorage("abc", { name: "" }), /No name/],
    ["an unknown type", newStorage("abc", { type: "TAPE" }), /Invalid type/],
    ["an unknown status", newStorage("abc", { status: "ASLEEP" }), /Invalid status/],
    ["no storage", newStorage("abc", { storage: null }), /No storage/],
    [
      "an unknown protocol",
      newStorage("abc", { storage: { ...storage, protocol: "x" } }),
      /storage\.protocol/,
    ],
    ["no sign-in", newStorage("abc", { storage: { ...storage, auth: 5 } }), /storage\.auth/],
    ["no queues", newExecution("abc", { queues: [] }), /No queues/],
    ["a queue without a name", newExecution("abc", { queues: [{}] }), /name/],
    ["no login", newExecution("abc", { login: undefined }), /No login/],
    ["an unknown scheduler", newExecution("abc", { scheduler: "CRON" }), /Invalid scheduler/],
    ["a list", [], /JSON object/],
    ["no JSON", "{", /JSON/],
  ];
  for (const [what, body, message] of refused) {
    it(`refuses a system with ${what}`, async () => {
      assertAgaveError(await operator("POST", "/", body), 400, message);
    });
  }

  it("refuses url-encoded forms and empty bodies", async () => {
    assertAgaveError(
      await operator("POST", "/", new URLSearchParams({ id: "abc" })),
      400,
      /Unsupported content type/,
    );
    assertAgaveError(await operator("POST", "/"), 400, /No content found/);
  });

  it("adds a system, and the same id again updates it with the same status", async () => {
    const added = await add(newExecution("added.one"));
    assert.match(added.uuid, /-006$/);
    assert.deepEqual([added.type, added.status, added.public, added.revision], ["EXECUTION", "UP", false, 1]);
    assert.deepEqual(added.storage.auth, { type: "PASSWORD" });
    const again = await add(newExecution("added.one", { name: "Renamed" }));
    assert.deepEqual([again.uuid, again.name, again.revision], [added.uuid, "Renamed", 2]);
    assert.equal((await idsOf()).filter((id) => id === "added.one").length, 1);
    assertAgaveError(await colleague("POST", "/", newStorage("added.one")), 403);
    assertAgaveError(await operator("POST", "/", newStorage("corral.sandbox.storage")), 403, /public/);
  });

  it("updates a system whose id is that in the URL, whatever its case", async () => {
    await add(newStorage("updated.one"));
    assertAgaveError(await operator("POST", "/updated.one", newStorage("another.one")), 400);
    assertAgaveError(await operator("POST", "/updated.one", { name: "No id" }), 400);
    assertAgaveError(
      await operator("POST", "/corral.sandbox.storage", newStorage("corral.sandbox.storage")),
      403,
    );
    assertAgaveError(await colleague("POST", "/updated.one", newStorage("updated.one")), 403);
    const answer = await operator("POST", "/updated.one", newStorage("UPDATED.one", { description: "New" }));
    const updated = resultOf<System>(answer);
    assert.deepEqual([updated.id, updated.description], ["updated.one", "New"]);
  });

  it("lists what one can read, the last changed first, in short", async () => {
    const systems = await list();
    const ids = systems.map(({ id }) => id);
    for (const id of ["corral.sandbox.storage", "lonestar.sandbox.hpc", "imaging.vm", "genomics.shared"]) {
      assert.ok(ids.includes(id), id);
    }
    for (const id of ["genomics.private", "imaging.retired"]) assert.equal(ids.includes(id), false, id);
    assert.ok(ids.indexOf("imaging.vm") < ids.indexOf("imaging.storage"));
    assert.deepEqual(Object.keys(systems[0] ?? {}).sort(), [
      "_links",
      "default",
      "description",
      "id",
      "lastUpdated",
      "name",
      "public",
      "status",
      "type",
    ]);
    assert.ok((await idsOf("", admin)).includes("genomics.private"));
  });

  it("shortens long descriptions in the list alone", async () => {
    await add(newStorage("long.one", { description: "d".repeat(300) }));
    const [short] = await list("?id=long.one");
    assert.equal(short?.description.length, 258);
    assert.equal((await get("long.one")).description.length, 300);
  });

  it("searches by fields and operators without case, and passes over what it does not know", async () => {
    assert.deepEqual(await idsOf("?id=IMAGING.VM"), ["imaging.vm"]);
    assert.deepEqual(await idsOf("?id.like=imaging.*&type=execution"), ["imaging.vm"]);
    assert.deepEqual(await idsOf("?status.neq=UP"), ["ranch.sandbox.tape"]);
    assert.deepEqual(await idsOf("?id.in=imaging.vm,genomics.shared&orderBy=id&order=ASC"), [
      "genomics.shared",
      "imaging.vm",
    ]);
    assert.deepEqual(await idsOf("?queues.name.like=*develop*"), ["lonestar.sandbox.hpc"]);
    assert.deepEqual((await idsOf("?public=true&default=true")).sort(), [
      "corral.sandbox.storage",
      "lonestar.sandbox.hpc",
    ]);
    assert.equal((await idsOf("?publik=true&limit=250")).length, (await idsOf("?limit=250")).length);
    assertAgaveError(await operator("GET", "?public.like=t*"), 400, /eq and neq/);
    assertAgaveError(await operator("GET", "?id.sounds=x"), 400);
    assertAgaveError(await operator("GET", "?type=TAPE"), 404);
  });

  it("takes limit, offset, filter, naked and pretty", async () => {
    const all = await idsOf();
    assert.deepEqual(await idsOf("?limit=1&offset=1"), all.slice(1, 2));
    assert.deepEqual(await idsOf("?limit=-1&offset=x"), all.slice(0, 1));
    const filtered = await list("?id=imaging.vm&filter=id,storage.host");
    assert.deepEqual(filtered, [{ id: "imaging.vm", storage: { host: "imaging.vm.example.org" } }]);
    const naked = await operator("GET", "/imaging.vm?naked=true&filter=id");
    assert.deepEqual(naked.json, { id: "imaging.vm" });
    assert.match((await operator("GET", "/imaging.vm?pretty=true")).text, /\n {2}"status"/);
    assert.equal((await operator("GET", "/nothing?naked=true")).text, "");
  });

  it("refuses actions that it does not know and those one may not take", async () => {
    await add(newStorage("managed.one"));
    for (const body of [{}, { action: "explode" }]) {
      assertAgaveError(await operator("PUT", "/managed.one", body), 400, /Unrecognized action/);
    }
    for (const action of ["publish", "unpublish", "setGlobalDefault", "unsetGlobalDefault", "erase"]) {
      assertAgaveError(await operator("PUT", "/managed.one", { action }), 403);
    }
    assertAgaveError(await colleague("PUT", "/managed.one", { action: "disable" }), 403);
    assertAgaveError(await operator("PUT", "/managed.one", { action: "clone" }), 400, /id/);
    assertAgaveError(await admin("PUT", "/managed.one", { action: "setGlobalDefault" }), 400, /public/);
    assertAgaveError(await operator("PUT", "/imaging.retired", { action: "setDefault" }), 404);
    assertAgaveError(await operator("PUT", "/nothing", { action: "enable" }), 404);
  });

  it("makes a system one's own default, one of each type, and takes that back", async () => {
    await add(newStorage("default.a"));
    await add(newStorage("default.b"));
    for (const id of ["default.a", "default.b"]) {
      const answer = await operator("PUT", `/${id}`, { action: "SETDEFAULT" });
      assert.equal(resultOf<System>(answer).default, true);
    }
    assert.equal((await get("default.a")).default, false);
    assert.equal(
      resultOf<System>(await operator("PUT", "/default.b", { action: "unsetDefault" })).default,
      false,
    );
  });

  it("hides a system that is disabled or deleted, until it is enabled again", async () => {
    await add(newStorage("hidden.one"));
    resultOf(await operator("PUT", "/hidden.one", { action: "disable" }));
    assertAgaveError(await operator("GET", "/hidden.one"), 404);
    resultOf(await operator("PUT", "/hidden.one", { action: "enable" }));
    assertAgaveError(await colleague("DELETE", "/hidden.one"), 401);
    assertNoResult(await operator("DELETE", "/hidden.one"));
    assert.equal((await idsOf()).includes("hidden.one"), false);
    assertAgaveError(await operator("DELETE", "/hidden.one"), 404);
    assertNoResult(await admin("PUT", "/hidden.one", { action: "erase" }));
    assertAgaveError(await operator("PUT", "/hidden.one", { action: "enable" }), 404);
  });

  it("clones a system to its new owner, and publishes and unpublishes", async () => {
    const cloned = resultOf<System>(
      await colleague("PUT", "/imaging.vm", { action: "clone", id: "cloned.vm" }),
    );
    assert.equal(cloned.owner, await usernameOf(sandbox(), "colleague"));
    assertAgaveError(await colleague("PUT", "/imaging.vm", { action: "clone", id: "cloned.vm" }), 400);
    assertAgaveError(await operator("GET", "/cloned.vm"), 403);
    assert.equal(resultOf<System>(await admin("PUT", "/cloned.vm", { action: "publish" })).public, true);
    assert.equal((await get("cloned.vm")).public, true);
    resultOf(await admin("PUT", "/cloned.vm", { action: "unpublish" }));
    assertAgaveError(await operator("GET", "/cloned.vm"), 403);
  });

  it("answers 501 for roles of public systems", async () => {
    for (const method of ["GET", "DELETE"]) {
      assertAgaveError(await operator(method, "/corral.sandbox.storage/roles"), 501);
    }
  });

  it("gives and takes roles", async () => {
    await add(newStorage("roles.one"));
    const username = await usernameOf(sandbox(), "colleague");
    const path = "/roles.one/roles";
    assertAgaveError(await operator("POST", path, { role: "USER" }), 400, /username/);
    assertAgaveError(await operator("POST", path, { username, role: "KING" }), 400, /Invalid role/);
    assertAgaveError(await operator("POST", path, { username: "nobody-here", role: "USER" }), 404);
    assertAgaveError(await operator("POST", `${path}/${username}`, { username: "x", role: "USER" }), 400);
    assertAgaveError(await operator("GET", `${path}/${username}`), 404);
    assertAgaveError(await colleague("GET", path), 403);
    const [given, ...more] = resultOf<Role[]>(await operator("POST", path, { username, role: "guest" }), 201);
    assert.deepEqual([given?.username, given?.role, more.length], [username, "GUEST", 0]);
    assertAgaveError(await colleague("POST", path, { username, role: "ADMIN" }), 403);
    const all = resultOf<Role[]>(await operator("GET", path)).map(({ role }) => role);
    assert.deepEqual(all, ["OWNER", "GUEST"]);
    const own = resultOf<Role[]>(await colleague("GET", path)).map((each) => [each.username, each.role]);
    assert.deepEqual(own, [[username, "GUEST"]]);
    assert.equal(resultOf<Role>(await operator("GET", `${path}/${username}`)).role, "GUEST");
    assert.ok(Array.isArray(resultOf(await colleague("GET", `${path}/${username}`))));
    resultOf(await operator("POST", `${path}/${username}`, { role: "NONE" }), 200);
    assertAgaveError(await operator("GET", `${path}/${username}`), 404);
    resultOf(await operator("POST", `${path}/${username}`, { role: "USER" }), 201);
    assertNoResult(await operator("DELETE", `${path}/${username}`));
    resultOf(await operator("POST", `${path}/${username}`, { role: "USER" }), 201);
    assertNoResult(await operator("DELETE", path));
    assertAgaveError(await colleague("GET", "/roles.one"), 403);
  });

  it("keeps credentials by internal user and type, without their secrets", async () => {
    await add(newStorage("secret.one"));
    const path = "/secret.one/credentials";
    const credential = {
      type: "PASSWORD",
      username: "ada",
      password: "hunter2",
      server: { name: "m", endpoint: "m.example.org", port: 7512, protocol: "MYPROXY" },
    };
    const [described, ...more] = resultOf<Record<string, unknown>[]>(await operator("GET", path));
    assert.deepEqual(
      [described?.type, described?.default, described?.parentType],
      ["PASSWORD", true, "STORAGE"],
    );
    assert.deepEqual(more, []);
    assertAgaveError(await operator("GET", `${path}/student`), 500, /Failed to retrieve system credentials/);
    assertAgaveError(await operator("POST", path, { ...credential, server: undefined }), 500);
    assertAgaveError(await operator("POST", path, { ...credential, type: "KEYCARD" }), 400);
    assertAgaveError(await operator("POST", path, new URLSearchParams({ type: "PASSWORD" })), 400);
    assertAgaveError(await operator("POST", `${path}/nobody`, credential), 404);
    assertAgaveError(await operator("GET", `${path}/nobody`), 404);
    assertAgaveError(await operator("POST", `${path}/student/TOKEN`, credential), 400);
    assertAgaveError(await colleague("GET", path), 403);
    assertNoResult(await operator("POST", path, credential), 201);
    assertNoResult(await operator("POST", `${path}/lab-robot`, credential), 201);
    assertNoResult(await operator("POST", `${path}/lab-robot/TOKEN`, { ...credential, type: "TOKEN" }), 201);
    const listed = await operator("GET", path);
    assert.equal(resultOf<unknown[]>(listed).length, 3);
    assert.equal(listed.text.includes("hunter2"), false);
    assert.equal(resultOf<unknown[]>(await operator("GET", `${path}/lab-robot`)).length, 2);
    const [token] = resultOf<Record<string, unknown>[]>(await operator("GET", `${path}/lab-robot/token`));
    assert.deepEqual([token?.internalUsername, token?.type], ["lab-robot", "TOKEN"]);
    assertNoResult(await operator("DELETE", `${path}/lab-robot/TOKEN`));
    assertAgaveError(await operator("GET", `${path}/lab-robot/TOKEN`), 500);
    assertNoResult(await operator("DELETE", `${path}/lab-robot`));
    assert.equal(resultOf<unknown[]>(await operator("GET", path)).length, 1);
    assertNoResult(await operator("DELETE", path));
    assertAgaveError(await operator("GET", path), 500);
  });
});
