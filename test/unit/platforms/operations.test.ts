import assert from "node:assert/strict";
import { test } from "node:test";
import { allOperations } from "../../../src/platforms/operations.ts";
import { operationPages } from "../../tools/reference.ts";
import { seedCount, seedOperations } from "./seed-operations.ts";

const seeds = Object.entries(seedOperations).flatMap(([platform, names]) =>
  names.map((name) => ({ platform, name })),
);

const listed = (missing: readonly { readonly platform: string; readonly name: string }[]) =>
  missing.map(({ platform, name }) => `${platform} ${name}`).join("\n");

test("the documents name as many operations as they do", () => {
  assert.equal(new Set(seeds.map(({ platform, name }) => `${platform} ${name}`)).size, seedCount);
});

test("every operation of the documents has its row", () => {
  const rows = new Set(allOperations().map(({ platform, operation }) => `${platform} ${operation.name}`));
  const missing = seeds.filter(({ platform, name }) => !rows.has(`${platform} ${name}`));
  assert.equal(listed(missing), "");
});

test("rows from the documents are those that the documents name, and the others say so", () => {
  const known = new Set(seeds.map(({ platform, name }) => `${platform} ${name}`));
  const wrong = allOperations().filter(
    ({ platform, operation }) =>
      platform !== "scim" && (operation.from === "seed") !== known.has(`${platform} ${operation.name}`),
  );
  assert.equal(listed(wrong.map(({ platform, operation: { name } }) => ({ platform, name }))), "");
});

test("every operation of the documents has its section in the reference", () => {
  const pages = operationPages();
  const missing = seeds.filter(
    ({ platform, name }) =>
      !new RegExp(`^###? ${name.replace(".", "\\.")}$`, "m").test(pages.get(`${platform}.md`) ?? ""),
  );
  assert.equal(listed(missing), "");
});

test("no name occurs twice on a platform", () => {
  const names = allOperations().map(({ platform, operation }) => `${platform} ${operation.name}`);
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
});

for (const { platform, operation } of allOperations()) {
  const { name, path, pathParameters = [], writes, repeatable, method, ifLost } = operation;
  test(`the row of ${platform} ${name} is consistent`, () => {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    assert.deepEqual(
      pathParameters
        .filter(({ sentAs }) => sentAs !== false)
        .map((each) => each.sentAs ?? each.name)
        .sort(),
      named.sort(),
    );
    if (!writes) assert.ok(repeatable, "a read can be repeated");
    if (method === "DELETE" || method === "PATCH") assert.ok(writes);
    if (ifLost !== undefined) assert.ok(!repeatable, "what is repeated is not lost");
    assert.match(operation.help, /^[A-Z].*\.$/);
  });
}
