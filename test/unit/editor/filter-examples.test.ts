import assert from "node:assert/strict";
import { test } from "node:test";
import { filterExamples } from "../../../src/editor/views/users/filter-examples.ts";
import { userFilter } from "../../../src/editor/views/users/user-filter.ts";
import { compileFilter } from "../../../src/filter/compile.ts";
import { parseFilter } from "../../../src/filter/parse.ts";
import type { Account } from "../../../src/identity/account.ts";
import { odmAccount } from "../../property/identity/worlds.ts";

const user = (id: string, email: string): Account => odmAccount({ id, userName: id, displayName: id, email });

test("the most frequent domains come first, three at the most, and every example is a filter that can be used", () => {
  const users = [
    user("1", "a@one.org"),
    user("2", "b@Two.org"),
    user("3", 'c"d@two.org'),
    user("4", "e@three.org"),
    user("5", "f@four.org"),
  ];
  const examples = filterExamples(users, Date.UTC(2026, 0, 31));
  assert.deepEqual(
    examples.slice(0, 3).map(({ finds }) => finds),
    ["everyone at two.org", "everyone at four.org", "everyone at one.org"],
  );
  const [two] = examples;
  const matches = compileFilter(parseFilter(two?.filter ?? ""));
  assert.deepEqual(
    users.filter(({ attributes }) => matches(attributes)).map(({ id }) => id),
    ["2", "3"],
  );
  for (const { filter } of examples) assert.equal(userFilter.remark(filter), undefined, filter);
  assert.ok(examples.some(({ filter }) => filter === 'meta.created gt "2026-01-01T00:00:00Z"'));
});

test("without users there are still examples", () => {
  assert.ok(filterExamples([], Date.now()).length > 0);
});
