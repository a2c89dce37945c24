import assert from "node:assert/strict";
import { test } from "node:test";
import { compareAccounts } from "../../../src/identity/comparison.ts";
import { agaveAccount, odmAccount } from "../../property/identity/worlds.ts";

test("accounts of different platforms stand side by side under shared names, and what differs is marked", () => {
  const user = odmAccount({ id: "1", userName: "ana", displayName: "Ana Silva", email: "Ana@example.org" });
  const profile = agaveAccount("asilva", "ana@example.org", "Ana Silva");
  const rows = new Map(compareAccounts([user, profile]).map((row) => [row.attribute, row]));
  assert.deepEqual(rows.get("user name"), {
    attribute: "user name",
    values: ["ana", "asilva"],
    differs: true,
  });
  assert.equal(rows.get("name")?.differs, false);
  assert.equal(rows.get("e-mail")?.differs, false, "case alone is no difference");
  assert.equal(rows.has("external id"), false, "what nobody has is left out");
  assert.ok(![...rows.keys()].some((name) => /^(schemas|meta)/.test(name)));
});

test("a value that one account alone has is no difference", () => {
  const [one, other] = ["1", "2"].map((id) =>
    odmAccount({ id, userName: "ana", displayName: "Ana", email: "ana@example.org" }),
  );
  assert.ok(one && other);
  const titled = {
    ...one,
    attributes: { ...one.attributes, title: "Dr", name: { familyName: "Silva" }, tags: ["a", "b"] },
  };
  const rows = compareAccounts([titled, other]);
  const told = rows
    .filter(({ values }) => values[1] === "")
    .map(({ attribute, values, differs }) => [attribute, values[0], differs]);
  assert.deepEqual(told, [
    ["name.familyName", "Silva", false],
    ["tags", "a, b", false],
    ["title", "Dr", false],
  ]);
});
