import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assertScimError, first, odm, somebody, userIn, withSandbox } from "./support.ts";

const patchSchema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const patch = (...operations: unknown[]) => ({ schemas: [patchSchema], Operations: operations });

describe("ODM PATCH in the sandbox", () => {
  const sandbox = withSandbox();
  const target = () => first(somebody(sandbox(), "inStep").accounts.odm);
  const send = (body: unknown) => odm(sandbox(), "PATCH", `/Users/${target()}`, body);
  const read = async () => userIn(await odm(sandbox(), "GET", `/Users/${target()}`));
  const otherUserName = () => {
    const id = first(somebody(sandbox(), "unassigned").accounts.odm);
    return sandbox()
      .state()
      .odm.users.find((user) => user.id === id)?.userName;
  };

  const refused: [string, unknown, string][] = [
    ["a capitalised operation", patch({ op: "Replace", path: "displayName", value: "X" }), "invalidSyntax"],
    ["an unknown operation", patch({ op: "move", path: "displayName", value: "X" }), "invalidSyntax"],
    ["no schemas", { Operations: [{ op: "replace", path: "displayName", value: "X" }] }, "invalidSyntax"],
    ["no operations", patch(), "invalidSyntax"],
    ["a list", [], "invalidSyntax"],
    ["text that is no JSON", "{", "invalidSyntax"],
    ["a change of the id", patch({ op: "replace", path: "id", value: "1" }), "mutability"],
    [
      "a change of the e-mail",
      patch({ op: "replace", path: 'emails[type eq "work"].value', value: "x@y" }),
      "mutability",
    ],
    ["e-mails without a path", patch({ op: "add", value: { emails: [{ value: "x@y" }] } }), "mutability"],
    ["removal of a required attribute", patch({ op: "remove", path: "displayName" }), "mutability"],
    ["null for a required attribute", patch({ op: "replace", path: "userName", value: null }), "mutability"],
    ["removal without a path", patch({ op: "remove" }), "noTarget"],
    ["a string for a boolean", patch({ op: "replace", path: "active", value: "False" }), "invalidValue"],
    ["a number for a string", patch({ op: "replace", path: "displayName", value: 7 }), "invalidValue"],
    ["a missing value", patch({ op: "replace", path: "displayName" }), "invalidValue"],
    ["a scalar without a path", patch({ op: "replace", value: "X" }), "invalidValue"],
    ["a broken path", patch({ op: "replace", path: "display name", value: "X" }), "invalidPath"],
    [
      "a part of a simple attribute",
      patch({ op: "replace", path: "displayName.first", value: "X" }),
      "invalidPath",
    ],
  ];
  for (const [what, body, scimType] of refused) {
    it(`refuses ${what}`, async () => {
      const before = await read();
      assertScimError(await send(body), 400, scimType);
      assert.deepEqual(await read(), before);
    });
  }

  it("changes nothing when one of several operations is refused", async () => {
    const before = await read();
    const body = patch(
      { op: "replace", path: "displayName", value: "Half Done" },
      { op: "replace", path: "externalId", value: "half" },
      { op: "replace", path: "id", value: "1" },
    );
    assertScimError(await send(body), 400, "mutability");
    assert.deepEqual(await read(), before);
  });

  it("refuses the userName of another user, and leaves everything else of the request undone", async () => {
    const before = await read();
    const body = patch({ op: "replace", value: { displayName: "Taken", userName: otherUserName() } });
    assertScimError(await send(body), 409, "uniqueness");
    assert.deepEqual(await read(), before);
  });

  it("sets attributes with a path, without one, by their full names and in any case", async () => {
    const user = userIn(
      await send(
        patch(
          { op: "replace", path: "DISPLAYNAME", value: "Path" },
          { op: "add", value: { externalId: "no-path" } },
          { op: "replace", path: "urn:ietf:params:scim:schemas:core:2.0:User:userName", value: "by-urn" },
        ),
      ),
    );
    assert.deepEqual([user.displayName, user.externalId, user.userName], ["Path", "no-path", "by-urn"]);
    assert.deepEqual(await read(), user);
  });

  it("clears the externalId by remove, by null and by an empty string", async () => {
    const clearing = [
      { op: "remove", path: "externalId" },
      { op: "replace", path: "externalId", value: null },
      { op: "replace", value: { externalId: "" } },
    ];
    for (const operation of clearing) {
      await send(patch({ op: "replace", path: "externalId", value: "something" }));
      assert.equal("externalId" in userIn(await send(patch(operation))), false);
    }
  });

  it("ignores attributes that ODM does not have", async () => {
    const before = await read();
    const body = patch(
      { op: "replace", path: "name.familyName", value: "Ignored" },
      { op: "add", value: { nickName: "Ignored", schemas: [] } },
      {
        op: "replace",
        path: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
        value: "X",
      },
      { op: "remove", path: "title" },
    );
    assert.deepEqual(userIn(await send(body)), before);
  });

  it("lets the last of several operations on one attribute count, and takes the time", async () => {
    const before = await read();
    const user = userIn(
      await send(
        patch(
          { op: "replace", path: "displayName", value: "One" },
          { op: "replace", path: "displayName", value: "Two" },
        ),
      ),
    );
    assert.equal(user.displayName, "Two");
    assert.equal(user.meta.created, before.meta.created);
    assert.ok(user.meta.lastModified >= before.meta.lastModified);
  });

  it("changes deactivated users, which stay hidden until they are active", async () => {
    const id = first(somebody(sandbox(), "dormant").accounts.odm);
    const change = (value: unknown) =>
      odm(sandbox(), "PATCH", `/Users/${id}`, patch({ op: "replace", value }));
    assert.equal(userIn(await change({ displayName: "Still hidden" })).active, false);
    assertScimError(await odm(sandbox(), "GET", `/Users/${id}`), 404);
    assert.equal(userIn(await change({ active: true })).displayName, "Still hidden");
    assert.equal(userIn(await odm(sandbox(), "GET", `/Users/${id}`)).active, true);
  });
});
