import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Answer, assertScimError, first, odm, send, withSandbox } from "./support.ts";

interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly externalId?: string;
  readonly members?: readonly { readonly value: string; readonly $ref: string }[];
  readonly meta: { readonly resourceType: string };
}

const patchSchema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const patchOf = (...Operations: unknown[]) => ({ schemas: [patchSchema], Operations });

describe("ODM groups in the sandbox", () => {
  const sandbox = withSandbox({ users: 60 });
  const groups = (method: string, path = "", body?: unknown) =>
    odm(sandbox(), method, `/Groups${path}`, body);
  const asMember = (method: string, path = "", body?: unknown): Promise<Answer> => {
    const headers = { authorization: `bearer ${sandbox().state().odm.memberToken}` };
    return send(method, `${sandbox().endpoints.odm.url}/api/v1/scim/Groups${path}`, headers, body);
  };
  const create = async (displayName = "Imaging") =>
    (await groups("POST", "", { displayName })).json as Group & { members: { value: string }[] };
  const read = async (id: string) => {
    const answer = await groups("GET", `/${id}`);
    assert.equal(answer.status, 200, answer.text);
    return answer.json as Group;
  };
  const membersOf = async (id: string) => ((await read(id)).members ?? []).map(({ value }) => value);
  const change = async (id: string, ...operations: unknown[]) => {
    const answer = await groups("PATCH", `/${id}`, patchOf(...operations));
    assert.deepEqual([answer.status, answer.text], [204, ""]);
  };
  const someUsers = () =>
    sandbox()
      .state()
      .odm.users.slice(3, 6)
      .map(({ id }) => id);

  it("refuses a group without a name, with members, or in no JSON", async () => {
    for (const [body, type] of [
      [{}, "invalidValue"],
      [{ displayName: " " }, "invalidValue"],
      [{ displayName: "A", members: [{ value: "1", $ref: "" }] }, "invalidValue"],
      ["{", "invalidSyntax"],
      [[], "invalidSyntax"],
    ] as const) {
      assertScimError(await groups("POST", "", body), 400, type);
    }
  });

  it("creates a group whose only member is its creator, and never updates one of the same name", async () => {
    const body = { displayName: "Twice", externalId: "x-1", members: [], unknown: true };
    const answer = await groups("POST", "", body);
    assert.equal(answer.status, 201);
    const group = answer.json as Group;
    assert.equal(group.externalId, "x-1");
    assert.equal(group.meta.resourceType, "Group");
    assert.equal(group.members?.length, 1);
    assert.match(first(group.members ?? []).$ref, /\/api\/v1\/scim\/Users\/\d+$/);
    assert.equal("unknown" in group, false);
    const second = (await groups("POST", "", body)).json as Group;
    assert.notEqual(second.id, group.id);
    const listed = await groups("GET", `?filter=${encodeURIComponent('displayName eq "Twice"')}`);
    assert.equal((listed.json as { totalResults: number }).totalResults, 2);
  });

  it("changes name, external id and members without an answer's body, and ignores what it does not know", async () => {
    const { id } = await create();
    const [a, b, c] = someUsers() as [string, string, string];
    await change(id, { op: "replace", path: "displayName", value: "New name" });
    await change(id, { op: "add", value: { externalId: "e", "name.familyName": "ignored" } });
    const changed = await read(id);
    assert.deepEqual([changed.displayName, changed.externalId], ["New name", "e"]);
    await change(id, { op: "remove", path: "externalId" }, { op: "replace", path: "members", value: [] });
    assert.equal((await read(id)).externalId, undefined);
    await change(id, {
      op: "add",
      path: "members",
      value: [
        { value: a, $ref: "" },
        { value: b, $ref: "" },
      ],
    });
    await change(id, { op: "add", path: "members", value: [{ value: b, $ref: "" }] });
    assert.deepEqual(await membersOf(id), [a, b]);
    await change(id, { op: "remove", path: `members[value eq "${a}"]` });
    assert.deepEqual(await membersOf(id), [b]);
    await change(id, { op: "replace", path: "members", value: [{ value: c, $ref: "" }] });
    await change(id, { op: "remove", path: "members", value: [{ value: c }] });
    assert.deepEqual(await membersOf(id), []);
  });

  it("changes nothing where one operation of several is refused", async () => {
    const { id } = await create("Whole");
    const before = await read(id);
    const rename = { op: "replace", path: "displayName", value: "Half" };
    for (const [operation, type] of [
      [{ op: "replace", path: "id", value: "9" }, "mutability"],
      [{ op: "add", path: "members", value: [{ value: "999999", $ref: "" }] }, "invalidValue"],
      [{ op: "add", path: "members", value: ["1"] }, "invalidValue"],
      [{ op: "remove", path: "displayName" }, "mutability"],
      [{ op: "remove" }, "noTarget"],
      [{ op: "replace", path: 'members[display eq "x"]', value: [] }, "invalidPath"],
      [{ op: "move", path: "members" }, "invalidSyntax"],
    ] as const) {
      assertScimError(await groups("PATCH", `/${id}`, patchOf(rename, operation)), 400, type);
    }
    assert.deepEqual(await read(id), before);
  });

  it("deletes a group and leaves its members alone", async () => {
    const { id, members } = await create();
    const answer = await groups("DELETE", `/${id}`);
    assert.deepEqual([answer.status, answer.text], [204, ""]);
    assertScimError(await groups("GET", `/${id}`), 404);
    assertScimError(await groups("PATCH", `/${id}`, patchOf()), 404);
    assertScimError(await groups("DELETE", `/${id}`), 404);
    assertScimError(await groups("DELETE", "/x"), 400, "invalidValue");
    assert.equal((await odm(sandbox(), "GET", `/Users/${first(members).value}`)).status, 200);
  });

  it("has the same operations where identity providers look for them", async () => {
    const { url, token } = sandbox().endpoints.odm;
    const base = `${url}/frontend/rs/genestack/scim-integration/default-released/scim`;
    const there = await send("GET", `${base}/Groups/1`, { authorization: `bearer ${token}` });
    assert.deepEqual(there.json, await read("1"));
  });

  it("shows somebody without permissions the own groups only, and lets only their administrators change them", async () => {
    const { id } = await create("Not yours");
    assertScimError(await asMember("GET", `/${id}`), 404);
    assertScimError(await asMember("PATCH", `/${id}`, patchOf()), 403);
    assertScimError(await asMember("DELETE", `/${id}`), 403);
    const own = (await asMember("POST", "", { displayName: "Mine" })).json as Group;
    const listed = (await asMember("GET")).json as { Resources: Group[] };
    assert.ok(listed.Resources.some((group) => group.id === own.id));
    const me = first(own.members ?? []).value;
    assert.ok(listed.Resources.every(({ members }) => members?.some(({ value }) => value === me)));
    await change(id, { op: "add", path: "members", value: [{ value: me, $ref: "" }] });
    assert.equal((await asMember("GET", `/${id}`)).status, 200);
    assertScimError(await asMember("DELETE", `/${id}`), 403);
    assert.equal((await asMember("DELETE", `/${own.id}`)).status, 204);
  });
});
