import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type AttributeSchema, coreUserSchema } from "../../../src/filter/attributes.ts";
import { compileFilter } from "../../../src/filter/compile.ts";
import { FilterError } from "../../../src/filter/error.ts";
import { parseFilter } from "../../../src/filter/parse.ts";
import { printFilter } from "../../../src/filter/print.ts";
import { rfcDialect, splitFilter } from "../../../src/filter/pushdown.ts";
import { meaning } from "./cases.ts";

function errorOf(text: string, schema?: AttributeSchema): FilterError | undefined {
  try {
    compileFilter(parseFilter(text), { schema });
  } catch (error) {
    if (error instanceof FilterError) return error;
    throw error;
  }
  return undefined;
}

describe("a filter that asks what cannot be asked", () => {
  const refused: readonly (readonly [text: string, code: string, marked: string])[] = [
    ["age co 5", "operatorNotForType", "co"],
    ["active sw true", "operatorNotForType", "sw"],
    ["nickName ew null", "operatorNotForType", "ew"],
    ["active gt true", "operatorNotForType", "gt"],
    ["a pr and (b pr or active le false)", "operatorNotForType", "le"],
    ['meta.created co "2024"', "operatorNotForType", "co"],
    ['meta[created sw "2024"]', "operatorNotForType", "sw"],
    ['meta.created gt "2024-13-01T00:00:00Z"', "badDateTime", '"2024-13-01T00:00:00Z"'],
    ['meta.created gt "yesterday"', "badDateTime", '"yesterday"'],
    ['meta.created eq "2024-02-30T00:00:00Z"', "badDateTime", '"2024-02-30T00:00:00Z"'],
    ['meta.created eq "2024-02-03T24:00:00Z"', "badDateTime", '"2024-02-03T24:00:00Z"'],
    ['meta.created eq "2024-02-03T00:00:00+1:00"', "badDateTime", '"2024-02-03T00:00:00+1:00"'],
    ['meta eq "x"', "complexAttribute", "meta"],
  ];
  for (const [text, code, marked] of refused) {
    it(`is refused: ${text}`, () => {
      const error = errorOf(text);
      assert.equal(error?.code, code);
      assert.equal(text.slice(error?.range.start, error?.range.end), marked);
    });
  }

  const refusedBySchema: readonly (readonly [text: string, code: string])[] = [
    ['active gt "x"', "operatorNotForType"],
    ['emails.primary sw "x"', "operatorNotForType"],
    ['emails[primary ge "x"]', "operatorNotForType"],
    ['x509Certificates gt "x"', "operatorNotForType"],
    ['x509Certificates.value co "x"', "operatorNotForType"],
    ['name eq "x"', "complexAttribute"],
    ['urn:ietf:params:scim:schemas:core:2.0:User:active gt "x"', "operatorNotForType"],
  ];
  for (const [text, code] of refusedBySchema) {
    it(`is refused by the schema of users: ${text}`, () => {
      assert.equal(errorOf(text, coreUserSchema)?.code, code);
      assert.equal(errorOf(text), undefined);
    });
  }

  it("has a fix for a day without a time", () => {
    assert.equal(errorOf('meta.created gt "2024-02-03"')?.fix?.text, '"2024-02-03T00:00:00Z"');
    assert.equal(errorOf('meta.created gt "2024-02-03T10:00"')?.fix?.text, '"2024-02-03T10:00:00Z"');
  });

  it("may ask of any attribute whether it is assigned", () => {
    for (const text of ["name eq null", "meta ne null", "meta.created eq null", "active ne null"]) {
      assert.equal(errorOf(text, coreUserSchema), undefined, text);
    }
  });

  it("is refused without a place where it did not come from text", () => {
    const filter = structuredClone(parseFilter("active gt true"));
    assert.throws(() => compileFilter(filter), { code: "operatorNotForType", range: { start: 0, end: 0 } });
  });
});

for (const { says, rows } of meaning) {
  describe(says, () => {
    for (const [filter, resource, matches] of rows) {
      it(`${filter} ${matches ? "matches" : "does not match"} ${JSON.stringify(resource)?.slice(0, 60)}`, () => {
        assert.equal(compileFilter(parseFilter(filter))(resource), matches);
      });
    }
  });
}

describe("a schema", () => {
  const schema: AttributeSchema = {
    attributes: [
      { name: "code", type: "string", caseExact: true },
      { name: "id", type: "string", caseExact: false },
      { name: "hired", type: "dateTime" },
      {
        name: "badges",
        type: "complex",
        multiValued: true,
        subAttributes: [
          { name: "value", type: "string", caseExact: true },
          { name: "issued", type: "dateTime" },
        ],
      },
    ],
    extensions: { "urn:x:lab": [{ name: "room", type: "string", caseExact: true }] },
  };
  const matches = (text: string, resource: unknown) => compileFilter(parseFilter(text), { schema })(resource);

  it("says which strings are case-exact", () => {
    assert.equal(matches('code eq "a"', { code: "A" }), false);
    assert.equal(matches('CODE eq "A"', { code: "A" }), true);
    assert.equal(matches('id eq "a"', { id: "A" }), true);
    assert.equal(matches('badges eq "a"', { badges: [{ value: "A" }] }), false);
    assert.equal(matches('badges[value eq "a"]', { badges: [{ value: "A" }] }), false);
    assert.equal(matches('urn:x:lab:room eq "a"', { "urn:x:lab": { room: "A" } }), false);
    assert.equal(matches('other eq "a"', { other: "A" }), true);
    assert.equal(matches('externalId eq "a"', { externalId: "A" }), false);
  });

  it("says which attributes are dates", () => {
    const resource = { hired: "2024-01-01T01:00:00+01:00", badges: [{ issued: "2024-01-01T00:00:00.000Z" }] };
    assert.equal(matches('hired eq "2024-01-01T00:00:00Z"', resource), true);
    assert.equal(matches('badges.issued eq "2024-01-01T00:00:00Z"', resource), true);
    assert.equal(matches('badges[issued le "2024-01-01T00:00:00Z"]', resource), true);
    assert.equal(matches("hired gt 5", resource), false);
  });
});

describe("a filter of thousands of parts", () => {
  it("is read, printed, split and evaluated like any other", () => {
    const text = Array.from({ length: 4_000 }, () => "userName pr").join(" and ");
    const filter = parseFilter(text);
    assert.equal(printFilter(filter), text);
    assert.equal(compileFilter(filter)({ userName: "x" }), true);
    assert.equal(compileFilter(filter)({}), false);
    assert.deepEqual(splitFilter(filter, rfcDialect), { server: filter });
  });
});

describe("a tree that was not parsed", () => {
  it("may hold no or one part under a connective", () => {
    assert.equal(compileFilter({ op: "and", filters: [] })({}), true);
    assert.equal(compileFilter({ op: "or", filters: [] })({}), false);
    assert.equal(compileFilter({ op: "or", filters: [{ op: "pr", attrPath: "a" }] })({ a: 1 }), true);
  });

  it("reaches nothing under a name that is none", () => {
    assert.equal(compileFilter({ op: "pr", attrPath: "a b" })({ "a b": 1 }), false);
  });
});
