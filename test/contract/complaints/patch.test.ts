import assert from "node:assert/strict";
import { test } from "node:test";
import { openWorkshop, writesOf } from "../reconcile/workshop.ts";

interface Operation {
  readonly op: string;
  readonly path?: string;
  readonly value?: unknown;
}

test("scimmy #51, #86, scim-patch #872, scim-for-keycloak #26, ssoready #167, Unleash #9336, entra-docs #949: what is sent is RFC 7644 to the letter", async () => {
  await using workshop = await openWorkshop({ users: 120, dayOne: true });
  const { sandbox, session } = workshop;
  const report = await session.apply((await session.plan()).plan);
  assert.equal(report.failed, 0);
  const patches = writesOf(sandbox).filter(({ method }) => method === "PATCH");
  assert.ok(patches.length > 10);
  for (const { body } of patches) {
    const { schemas, Operations } = body as { schemas: unknown; Operations: readonly Operation[] };
    assert.deepEqual(schemas, ["urn:ietf:params:scim:api:messages:2.0:PatchOp"]);
    for (const { op, path, value } of Operations) {
      assert.ok(["add", "replace", "remove"].includes(op), "the operation is in lower case");
      if (op === "remove")
        assert.ok(path !== undefined && value === undefined, "a removal is told by its path");
      const values = typeof value === "object" && value !== null ? value : {};
      for (const [name, each] of Object.entries(values)) {
        assert.doesNotMatch(name, /[.[]/, "no dotted or filtered name in a value");
        if (name === "active") assert.equal(typeof each, "boolean", "active is a boolean, not a text");
      }
    }
  }
});
