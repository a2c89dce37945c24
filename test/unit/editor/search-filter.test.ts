import assert from "node:assert/strict";
import { test } from "node:test";
import {
  agaveOperators,
  type SearchDialect,
  searchFilter,
  searchOf,
} from "../../../src/editor/views/agave/search-filter.ts";

const dialect: SearchDialect = {
  fields: { name: "text", public: "boolean", created: "date", nodes: "number", "storage.host": "text" },
  operators: agaveOperators,
  word: (word) => ["name.like", `*${word}*`],
  example: "",
};
const remark = (text: string) => searchFilter(dialect).remark(text)?.message ?? "";

test("a filter becomes the parameters of a search; quotes hold a value together", () => {
  assert.deepEqual(searchOf(dialect, 'name.like=*sim* created.after="2030-01-31 10:00" public=true'), {
    "name.like": "*sim*",
    "created.after": "2030-01-31 10:00",
    public: "true",
  });
  assert.deepEqual(searchOf(dialect, "sim"), { "name.like": "*sim*" });
});

test("what the server would pass over, and so list everything, is refused", () => {
  assert.match(remark("colour=red"), /no field colour.*list everything/);
  assert.match(remark("name.matches=x"), /no operator matches/);
});

test("values are held against the type of their field", () => {
  assert.match(remark("public=maybe"), /true or false/);
  assert.match(remark("public.gt=true"), /eq and neq/);
  assert.match(remark("nodes=many"), /a number/);
  assert.equal(remark("nodes.in=1,2"), "");
});

test("field names with full stops in them are told from operators", () => {
  assert.equal(remark("storage.host=a.example.org"), "");
  assert.equal(remark("storage.host.like=*.org"), "");
});
