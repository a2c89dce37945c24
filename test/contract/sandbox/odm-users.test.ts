import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assertScimError, first, listIn, odm, send, somebody, userIn, withSandbox } from "./support.ts";

describe("ODM users in the sandbox", () => {
  const sandbox = withSandbox();
  const stored = (id: string) =>
    sandbox()
      .state()
      .odm.users.find((user) => user.id === id);
  const newUser = (email: string, over: object = {}) => ({
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
    displayName: "Ada Example",
    active: true,
    emails: [{ type: "work", value: email, primary: true }],
    ...over,
  });
  const dormantId = () => first(somebody(sandbox(), "dormant").accounts.odm);

  it("refuses whoever has no token, in ODM's own error shape", async () => {
    const { url, token } = sandbox().endpoints.odm;
    const users = `${url}/api/v1/scim/Users`;
    const refused: Record<string, string>[] = [
      {},
      { authorization: "bearer wrong" },
      { authorization: token },
      { "genestack-api-token": "wrong" },
    ];
    for (const headers of refused) {
      const answer = await send("GET", users, headers);
      assert.equal(answer.status, 401);
      assert.match(answer.headers.get("content-type") ?? "", /^application\/scim\+json/);
      const { error } = answer.json as { error: { message: string } };
      assert.ok(error.message);
    }
  });

  it("takes the token in either header", async () => {
    const { url, token } = sandbox().endpoints.odm;
    const users = `${url}/api/v1/scim/Users`;
    assert.equal((await send("GET", users, { authorization: `Bearer ${token}` })).status, 200);
    assert.equal((await send("GET", users, { "genestack-api-token": token })).status, 200);
  });

  it("forbids everything to somebody who may not manage the organization", async () => {
    const { url } = sandbox().endpoints.odm;
    const { memberToken } = sandbox().state().odm;
    const headers = { authorization: `bearer ${memberToken}` };
    assertScimError(await send("GET", `${url}/api/v1/scim/Users`, headers), 403);
    assertScimError(await send("POST", `${url}/api/v1/scim/Users`, headers, newUser("no@example.org")), 403);
  });

  it("hides inactive users from the list and from reading by id", async () => {
    const active = sandbox()
      .state()
      .odm.users.filter((user) => user.active);
    const list = listIn(await odm(sandbox(), "GET", "/Users?count=200"));
    assert.equal(list.totalResults, active.length);
    assert.ok(list.Resources.every((user) => user.active));
    assert.equal(stored(dormantId())?.active, false);
    assertScimError(await odm(sandbox(), "GET", `/Users/${dormantId()}`), 404);
  });

  it("answers 400 to ids that cannot be and 404 to those that are not", async () => {
    for (const method of ["GET", "PATCH", "DELETE"]) {
      const body = method === "PATCH" ? patchActive(true) : undefined;
      assertScimError(await odm(sandbox(), method, "/Users/not-a-number", body), 400, "invalidValue");
      assertScimError(await odm(sandbox(), method, "/Users/999999999", body), 404);
    }
    assertScimError(await odm(sandbox(), "GET", "/Schemas"), 404);
    assertScimError(await odm(sandbox(), "PUT", `/Users/${dormantId()}`, {}), 405);
  });

  it("deactivates instead of deleting, and wakes the user by PATCH", async () => {
    const { id } = userIn(await odm(sandbox(), "POST", "/Users", newUser("sleeper@example.org")), 201);
    const deleted = await odm(sandbox(), "DELETE", `/Users/${id}`);
    assert.equal(deleted.status, 204);
    assert.equal(deleted.text, "");
    assertScimError(await odm(sandbox(), "GET", `/Users/${id}`), 404);
    assert.equal(userIn(await odm(sandbox(), "PATCH", `/Users/${id}`, patchActive(true))).active, true);
    assert.equal(userIn(await odm(sandbox(), "GET", `/Users/${id}`)).id, id);
  });

  it("creates with 201, a numeric id and the present time, and without ETag or location", async () => {
    const started = Date.now();
    const answer = await odm(
      sandbox(),
      "POST",
      "/Users",
      newUser("new.one@example.org", { externalId: "x-1" }),
    );
    const user = userIn(answer, 201);
    assert.match(user.id, /^\d+$/);
    assert.equal(user.externalId, "x-1");
    assert.equal(user.userName, "new.one@example.org");
    assert.ok(Date.parse(user.meta.created) >= started);
    assert.deepEqual(Object.keys(user.meta).sort(), ["created", "lastModified", "resourceType"]);
    assert.match(answer.headers.get("content-type") ?? "", /^application\/scim\+json/);
  });

  it("updates the user with the same login instead of creating a second one, still with 201", async () => {
    const before = userIn(await odm(sandbox(), "POST", "/Users", newUser("same@example.org")), 201);
    const again = newUser("same@example.org", { displayName: "Renamed", userName: "same-login" });
    const after = userIn(await odm(sandbox(), "POST", "/Users", again), 201);
    assert.equal(after.id, before.id);
    assert.equal(after.displayName, "Renamed");
    const other = userIn(
      await odm(sandbox(), "POST", "/Users", newUser("Same@example.org", { userName: "s2" })),
      201,
    );
    assert.notEqual(other.id, before.id, "logins are compared exactly");
  });

  it("wakes a hidden user under the same id when it is created again as active", async () => {
    const person = somebody(sandbox(), "dormant");
    const id = first(person.accounts.odm);
    const { emails, ...set } = person.withoutMemory.set;
    const woken = userIn(await odm(sandbox(), "POST", "/Users", newUser(String(emails), set)), 201);
    assert.equal(woken.id, id);
    assert.equal(userIn(await odm(sandbox(), "GET", `/Users/${id}`)).active, true);
    await odm(sandbox(), "DELETE", `/Users/${id}`);
  });

  it("refuses a userName that another user has, hidden users included", async () => {
    const taken = stored(dormantId())?.userName ?? "";
    const conflict = newUser("fresh@example.org", { userName: taken.toUpperCase() });
    assertScimError(await odm(sandbox(), "POST", "/Users", conflict), 409, "uniqueness");
    assert.equal(
      sandbox()
        .state()
        .odm.users.some(({ email }) => email === "fresh@example.org"),
      false,
    );
  });

  const bad: [string, unknown, string][] = [
    ["no display name", { active: true, emails: [{ type: "work", value: "a@example.org" }] }, "invalidValue"],
    ["no active", { displayName: "A", emails: [{ type: "work", value: "a@example.org" }] }, "invalidValue"],
    ["no e-mail", { displayName: "A", active: true }, "invalidValue"],
    ["active as a string", newUser("a@example.org", { active: "true" }), "invalidValue"],
    [
      "an e-mail of another type",
      newUser("", { emails: [{ type: "home", value: "a@example.org" }] }),
      "invalidValue",
    ],
    ["no address", newUser("nobody"), "invalidValue"],
    ["an empty userName", newUser("a@example.org", { userName: "" }), "invalidValue"],
    ["a list", [], "invalidSyntax"],
    ["text that is no JSON", "{", "invalidSyntax"],
    [
      "two e-mails",
      newUser("", { emails: [{ value: "a@example.org" }, { value: "b@example.org" }] }),
      "invalidValue",
    ],
  ];
  for (const [what, body, scimType] of bad) {
    it(`refuses to create a user with ${what}`, async () => {
      const before = sandbox().state().odm.users.length;
      assertScimError(await odm(sandbox(), "POST", "/Users", body), 400, scimType);
      assert.equal(sandbox().state().odm.users.length, before);
    });
  }

  it("shows groups, with and without their members", async () => {
    const { Resources: groups } = listIn(await odm(sandbox(), "GET", "/Groups")) as unknown as {
      Resources: { id: string; displayName: string; members?: { value: string; $ref: string }[] }[];
    };
    const group = first(groups);
    const member = first(group.members ?? []);
    assert.ok(member.$ref.endsWith(`/Users/${member.value}`));
    const name = encodeURIComponent(`displayName eq ${JSON.stringify(group.displayName)}`);
    assert.equal(listIn(await odm(sandbox(), "GET", `/Groups?filter=${name}`)).totalResults, 1);
    const { json } = await odm(sandbox(), "GET", `/Groups/${group.id}?excludedAttributes=members`);
    assert.equal((json as { members?: unknown }).members, undefined);
    assertScimError(await odm(sandbox(), "GET", "/Groups/99"), 404);
  });
});

function patchActive(value: boolean) {
  return {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
    Operations: [{ op: "replace", path: "active", value }],
  };
}
