import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { grantKindOf, grantKinds } from "../../../src/editor/grants/kinds.ts";
import { ordered } from "../../../src/editor/grants/read.ts";
import {
  permissionsIn,
  permissionsOfAbaco,
  rolesIn,
} from "../../../src/platforms/agave/access/permissions.ts";

const permission = (username: string, read: boolean, write: boolean, execute?: boolean) => ({
  username,
  permission: { read, write, ...(execute === undefined ? {} : { execute }) },
});

describe("what people may do", () => {
  it("is read from the flags of Agave's permissions, whether or not there is something to execute", () => {
    const cases = [
      [permission("a", true, true, true), "ALL"],
      [permission("a", true, false, true), "READ_EXECUTE"],
      [permission("a", false, true, true), "WRITE_EXECUTE"],
      [permission("a", false, false, true), "EXECUTE"],
      [permission("a", true, true, false), "READ_WRITE"],
      [permission("a", true, true), "READ_WRITE"],
      [permission("a", true, false), "READ"],
      [permission("a", false, true), "WRITE"],
    ] as const;
    for (const [answer, level] of cases)
      assert.deepEqual(permissionsIn([answer]), [{ user: "a", level }], level);
  });

  it("is nothing where it was taken, or where an entry says nothing", () => {
    assert.deepEqual(permissionsIn([permission("a", false, false, false), { username: "b" }]), []);
    assert.deepEqual(permissionsOfAbaco({ ana: "NONE" }), []);
    assert.deepEqual(rolesIn([{ username: "ana", role: "NONE" }]), []);
  });

  it("is read from Abaco's levels by user names, of any script", () => {
    assert.deepEqual(permissionsOfAbaco({ ABACO_WORLD: "READ", Ελένη: "UPDATE" }), [
      { user: "ABACO_WORLD", level: "READ" },
      { user: "Ελένη", level: "UPDATE" },
    ]);
    assert.deepEqual(permissionsOfAbaco(undefined), []);
  });

  it("has the owner's first, by name where that is known, and else where the first allows the most", () => {
    const grants = [
      { user: "zoe", level: "ALL" },
      { user: "Émile", level: "READ" },
      { user: "ana", level: "ALL" },
    ];
    const users = (shown: ReturnType<typeof ordered>) =>
      shown.map(({ user, fixed }) => (fixed ? `${user} (owner)` : user));
    assert.deepEqual(users(ordered(grants, "ALL", undefined)), ["zoe (owner)", "ana", "Émile"]);
    assert.deepEqual(users(ordered(grants, "ALL", "ana")), ["ana (owner)", "Émile", "zoe"]);
    assert.deepEqual(users(ordered(grants.slice(1), "ALL", undefined)), ["ana", "Émile"]);
    assert.deepEqual(users(ordered([], "ALL", undefined)), []);
  });
});

describe("kinds of grants", () => {
  it("know a help for each level, from the least to the most", () => {
    for (const name of Object.keys(grantKinds) as (keyof typeof grantKinds)[]) {
      const { levels } = grantKindOf(name);
      assert.ok(
        levels.every(({ help }) => help.length > 0),
        name,
      );
      assert.equal(new Set(levels.map(({ id }) => id)).size, levels.length, name);
    }
    assert.deepEqual(
      grantKindOf("system")
        .levels.map(({ id }) => id)
        .slice(0, 2),
      ["GUEST", "USER"],
    );
    assert.equal(grantKindOf("job").levels.at(-1)?.id, "READ_WRITE");
    assert.equal(grantKindOf("app").levels.at(-1)?.id, "ALL");
  });

  it("take access from somebody with an operation of their own, and in Abaco with the level NONE", () => {
    assert.deepEqual(grantKindOf("job").remove("j1", "a/b"), {
      operation: "jobs.deletePermissionsForUser",
      args: { jobId: "j1", username: "a/b" },
    });
    assert.deepEqual(grantKindOf("actor").remove("x", "ana"), {
      operation: "actors.updatePermissions",
      args: { actorId: "x", body: { user: "ana", level: "NONE" } },
    });
    assert.equal(grantKindOf("actor").removeAll, undefined);
  });
});
