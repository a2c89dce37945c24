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

interface App {
  readonly id: string;
  readonly uuid: string;
  readonly name: string;
  readonly owner: string;
  readonly revision: number;
  readonly isPublic: boolean;
  readonly available: boolean;
  readonly label: string;
  readonly executionSystem: string;
  readonly deploymentPath: string;
}

interface Pem {
  readonly username: string;
  readonly permission: { readonly read: boolean; readonly write: boolean; readonly execute: boolean };
}

const newApp = (name: string, parts: object = {}) => ({
  name,
  version: "1.0",
  executionSystem: "imaging.vm",
  deploymentSystem: "imaging.storage",
  deploymentPath: "/apps/x",
  templatePath: "wrapper.sh",
  testPath: "test.sh",
  inputs: [],
  parameters: [{ id: "n", value: { type: "number" } }],
  ...parts,
});

describe("Apps of Agave in the sandbox", () => {
  const sandbox = withSandbox({ users: 40 });
  const as = (user: AgaveUser) => (method: string, path: string, body?: unknown) =>
    agaveAs(sandbox(), user, method, `/apps/v2${path}`, body);
  const [operator, colleague, admin] = [as("operator"), as("colleague"), as("admin")];
  const add = async (name: string, parts: object = {}) =>
    resultOf<App>(await operator("POST", "/", newApp(name, parts)));
  const idsOf = async (path = "", who = operator) =>
    resultOf<App[]>(await who("GET", path)).map(({ id }) => id);

  it("answers 404 for what is unknown or withdrawn, and 403 for what one may not see", async () => {
    assertAgaveError(await operator("GET", "/nothing-1.0"), 404, /^No software found matching nothing-1\.0$/);
    assertAgaveError(await operator("GET", "/register-1.2u1"), 404);
    assertAgaveError(await operator("GET", "/assemble-3.0"), 403);
    assertAgaveError(await operator("PUT", "/nothing-1.0", { action: "enable" }), 404);
    assertAgaveError(await operator("DELETE", "/nothing-1.0"), 404);
    assertAgaveError(await operator("GET", "/nothing-1.0/pems"), 404);
  });

  const refused: [string, unknown, RegExp][] = [
    ["no name", newApp(""), /Invalid name/],
    ["a version in words", newApp("a", { version: "one" }), /Invalid version/],
    ["no template", newApp("a", { templatePath: null }), /No templatePath/],
    ["no execution system", newApp("a", { executionSystem: undefined }), /No executionSystem/],
    ["an unknown execution system", newApp("a", { executionSystem: "nothing" }), /No execution system found/],
    [
      "a storage system to run it",
      newApp("a", { executionSystem: "imaging.storage" }),
      /No execution system/,
    ],
    ["an unknown parallelism", newApp("a", { parallelism: "MANY" }), /Invalid parallelism/],
    ["inputs that are no list", newApp("a", { inputs: {} }), /inputs/],
    ["a parameter without an id", newApp("a", { parameters: [{}] }), /parameters needs an id/],
    ["no JSON", "{", /JSON/],
  ];
  for (const [what, body, message] of refused) {
    it(`refuses an app with ${what}`, async () => {
      assertAgaveError(await operator("POST", "/", body), 400, message);
    });
  }

  it("adds an app with status 200, and the same name and version again updates it", async () => {
    const added = await add("added");
    assert.deepEqual([added.id, added.revision, added.isPublic], ["added-1.0", 1, false]);
    assert.match(added.uuid, /-005$/);
    const again = await add("added", { label: "Renamed" });
    assert.deepEqual([again.uuid, again.label, again.revision], [added.uuid, "Renamed", 2]);
    assertAgaveError(await colleague("POST", "/", newApp("added")), 403);
  });

  it("updates an app at its address with status 201", async () => {
    await add("updated");
    assertAgaveError(await operator("POST", "/updated-1.0", newApp("other")), 400);
    assertAgaveError(await operator("POST", "/segment-2.1.0u1", newApp("segment")), 403, /public/);
    assertAgaveError(await operator("POST", "/align-0.7.17", newApp("align", { version: "0.7.17" })), 403);
    const answer = await operator("POST", "/updated-1.0", newApp("updated", { label: "New" }));
    assert.equal(resultOf<App>(answer, 201).label, "New");
  });

  it("lists what one can see, the last changed first, in short", async () => {
    const ids = await idsOf();
    for (const id of ["wordcount-1.0", "segment-2.1.0u1", "segment-2.1.0u2", "align-0.7.17"]) {
      assert.ok(ids.includes(id), id);
    }
    for (const id of ["assemble-3.0", "register-1.2u1"]) assert.equal(ids.includes(id), false, id);
    assert.ok(ids.indexOf("segment-2.1.0u2") < ids.indexOf("segment-2.1.0u1"));
    assert.ok((await idsOf("", admin)).includes("assemble-3.0"));
    const [summary] = resultOf<object[]>(await operator("GET", "?id=wordcount-1.0"));
    assert.deepEqual(Object.keys(summary ?? {}).sort(), [
      "_links",
      "executionSystem",
      "id",
      "isPublic",
      "label",
      "lastModified",
      "name",
      "revision",
      "shortDescription",
      "version",
    ]);
    const [whole] = resultOf<App[]>(await operator("GET", "?id=wordcount-1.0&filter=*"));
    assert.equal(whole?.deploymentPath, "/apps/wordcount-1.0");
  });

  it("narrows the list by publicity, fields, name and system", async () => {
    const publicOnly = await idsOf("?publicOnly=true");
    const privateOnly = await idsOf("?privateOnly=true");
    assert.ok(publicOnly.length > 0 && publicOnly.every((id) => /u\d+$/.test(id)));
    assert.ok(privateOnly.length > 0 && privateOnly.every((id) => !/u\d+$/.test(id)));
    assert.deepEqual(await idsOf("?name=segment&revision.gt=1"), ["segment-2.1.0u2"]);
    assert.deepEqual(await idsOf("?tags.like=*genom*"), ["align-0.7.17"]);
    assert.deepEqual(await idsOf("/name/segment"), []);
    assert.equal((await idsOf("/name/segment*?privateOnly=true")).length, 2);
    assert.deepEqual((await idsOf("/system/lonestar.sandbox.hpc")).sort(), [
      "align-0.7.17",
      "segment-2.1.0u1",
      "segment-2.1.0u2",
    ]);
    assert.deepEqual(await idsOf("?limit=1&offset=1"), (await idsOf()).slice(1, 2));
    assert.deepEqual(await idsOf("?limit=-1"), await idsOf());
    assertAgaveError(await operator("GET", "?revision.gt=many"), 400);
  });

  it("refuses actions that it does not know and those one may not take", async () => {
    await add("managed");
    assertAgaveError(await operator("PUT", "/managed-1.0", { action: "run" }), 400, /Unrecognized action/);
    assertAgaveError(await operator("PUT", "/managed-1.0", {}), 400);
    assertAgaveError(await operator("PUT", "/managed-1.0", { action: "erase" }), 403);
    assertAgaveError(await operator("PUT", "/align-0.7.17", { action: "disable" }), 403);
    assertAgaveError(await colleague("PUT", "/managed-1.0", { action: "clone" }), 403);
    await add("elsewhere", { executionSystem: "lonestar.sandbox.hpc" });
    assertAgaveError(await operator("PUT", "/elsewhere-1.0", { action: "publish" }), 403, /publisher/);
    assertAgaveError(await operator("PUT", "/segment-2.1.0u1", { action: "publish" }), 403);
  });

  it("publishes under revisions, and withdraws what is public where it is deleted", async () => {
    await add("public");
    const first = resultOf<App>(await operator("PUT", "/public-1.0", { action: "PUBLISH" }), 202);
    assert.deepEqual([first.id, first.isPublic], ["public-1.0u1", true]);
    assert.equal(
      resultOf<App>(await operator("PUT", "/public-1.0", { action: "publish" }), 202).id,
      "public-1.0u2",
    );
    assert.equal(resultOf<App>(await colleague("GET", "/public-1.0u1")).id, "public-1.0u1");
    assertAgaveError(await operator("GET", "/public-1.0u1/pems"), 501);
    assertAgaveError(await colleague("DELETE", "/public-1.0u1"), 401);
    assertNoResult(await admin("DELETE", "/public-1.0u1"));
    assertAgaveError(await colleague("GET", "/public-1.0u1"), 404);
    assert.equal(resultOf<App>(await admin("GET", "/public-1.0u1")).available, false);
  });

  it("clones to whoever asks, disables, enables, deletes and erases", async () => {
    const cloned = resultOf<App>(
      await operator("PUT", "/align-0.7.17", { action: "clone", name: "mine", deploymentPath: "/new" }),
      202,
    );
    assert.deepEqual([cloned.id, cloned.deploymentPath], ["mine-0.7.17", "/new"]);
    assert.equal(cloned.owner, await usernameOf(sandbox(), "operator"));
    assertAgaveError(await operator("PUT", "/align-0.7.17", { action: "clone", name: "mine" }), 400);
    assert.equal(
      resultOf<App>(await operator("PUT", "/mine-0.7.17", { action: "disable" })).available,
      false,
    );
    assert.equal((await idsOf()).includes("mine-0.7.17"), false);
    const unavailable = await idsOf("?available=false");
    assert.ok(unavailable.includes("mine-0.7.17") && unavailable.includes("register-1.2u1"));
    assert.equal(unavailable.includes("wordcount-1.0"), false);
    assert.equal((await idsOf("?available.neq=true", colleague)).includes("mine-0.7.17"), false);
    assert.equal(resultOf<App>(await operator("PUT", "/mine-0.7.17", { action: "enable" })).available, true);
    assertAgaveError(await colleague("DELETE", "/mine-0.7.17"), 401);
    assertNoResult(await operator("DELETE", "/mine-0.7.17"));
    assertAgaveError(await operator("GET", "/mine-0.7.17"), 404);
    await add("erased");
    assertNoResult(await admin("PUT", "/erased-1.0", { action: "erase" }));
    assertAgaveError(await operator("GET", "/erased-1.0"), 404);
  });

  it("gives and takes permissions, with the owner always first", async () => {
    await add("shared");
    const path = "/shared-1.0/pems";
    const username = await usernameOf(sandbox(), "colleague");
    assertAgaveError(await operator("POST", path, { permission: "READ" }), 400);
    assertAgaveError(await operator("POST", path, { username }), 400);
    assertAgaveError(await operator("POST", path, { username, permission: "OWN" }), 400);
    assertAgaveError(
      await operator("POST", `${path}/${username}`, { username: "x", permission: "READ" }),
      400,
    );
    assertAgaveError(await operator("GET", `${path}/${username}`), 404);
    assertAgaveError(await colleague("GET", path), 403);
    const granted = resultOf<Pem>(
      await operator("POST", path, { username, permission: "read_execute" }),
      201,
    );
    assert.deepEqual(granted.permission, { read: true, write: false, execute: true });
    assert.equal(resultOf<App>(await colleague("GET", "/shared-1.0")).name, "shared");
    assertAgaveError(await colleague("POST", path, { username, permission: "ALL" }), 403);
    const all = resultOf<Pem[]>(await operator("GET", `${path}?limit=1`));
    assert.deepEqual(
      all.map((pem) => [pem.username, pem.permission.write]),
      [
        [await usernameOf(sandbox(), "operator"), true],
        [username, false],
      ],
    );
    assert.equal(resultOf<Pem>(await operator("GET", `${path}/${username}`)).username, username);
    resultOf(await operator("POST", `${path}/${username}`, { permission: "NONE" }), 200);
    assertAgaveError(await operator("GET", `${path}/${username}`), 404);
    resultOf(await operator("POST", path, { username: "nobody-in-particular", permission: "ALL" }), 201);
    assertNoResult(await operator("DELETE", `${path}/nobody-in-particular`));
    resultOf(await operator("POST", `${path}/${username}`, { permission: "ALL" }), 201);
    assertNoResult(await operator("DELETE", path));
    assertAgaveError(await colleague("GET", "/shared-1.0"), 403);
  });
});
