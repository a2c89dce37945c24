import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readJsonDraft } from "../../../src/editor/calls/json-draft.ts";
import {
  exampleOf,
  metadataDraft,
  metadataProblem,
  schemaDraft,
  schemaProblem,
} from "../../../src/editor/metadata/draft.ts";
import { metadataName, schemaName, valueText } from "../../../src/editor/metadata/look.ts";
import { queryOf, queryRemark } from "../../../src/editor/metadata/query.ts";

const about = { uuid: "1-007", name: "first light" };

describe("a draft of metadata", () => {
  it("is associated with its owner and can be handed in as it is", () => {
    const text = metadataDraft(about, undefined);
    assert.equal(metadataProblem(text), undefined);
    assert.deepEqual(readJsonDraft(text), {
      name: "note",
      value: { text: "" },
      associationIds: ["1-007"],
    });
  });

  it("has the fields of its schema, empty or as they usually are", () => {
    const schema = {
      type: "object",
      properties: {
        wells: { type: "integer" },
        gain: { type: "number", default: 1.5 },
        kind: { enum: ["scan", "slide"] },
        version: { const: 3 },
        tags: { type: ["array", "null"] },
        stage: { type: "object", properties: { x: { type: "number" } } },
        note: {},
        odd: { type: "toString" },
      },
    };
    const text = metadataDraft(about, { uuid: "2-013", schema });
    assert.deepEqual(readJsonDraft(text), {
      name: "note",
      value: {
        wells: 0,
        gain: 1.5,
        kind: "scan",
        version: 3,
        tags: [],
        stage: { x: 0 },
        note: "",
        odd: "",
      },
      associationIds: ["1-007"],
      schemaId: "2-013",
    });
    assert.equal(exampleOf("no schema"), "");
  });

  it("says what is missing or of another type", () => {
    const cases: readonly (readonly [text: string, problem: RegExp])[] = [
      ["{", /^Line 1 is not JSON\. A .* is expected here\.$/],
      ["[]", /Metadata is a JSON object/],
      ['{"value": 1}', /needs a name/],
      ['{"name": " ", "value": 1}', /needs a name/],
      ['{"name": "a"}', /needs a value/],
      ['{"name": "a", "value": null}', /needs a value/],
      ['{"name": "a", "value": 1, "associationIds": "1-007"}', /list of uuids/],
      ['{"name": "a", "value": 1, "associationIds": [7]}', /list of uuids/],
    ];
    for (const [text, problem] of cases) assert.match(metadataProblem(text)?.message ?? "", problem, text);
    assert.equal(metadataProblem('{"name": "a", "value": false}'), undefined);
  });
});

describe("a draft of a schema", () => {
  it("can be handed in as it is, and has to be an object", () => {
    assert.equal(schemaProblem(schemaDraft()), undefined);
    assert.match(schemaProblem("[1]")?.message ?? "", /JSON schema is a JSON object/);
    assert.match(schemaProblem("{,")?.message ?? "", /not JSON/);
  });
});

describe("a query for metadata", () => {
  it("is a name unless it is JSON, and nothing where it is empty", () => {
    assert.equal(queryOf("  "), undefined);
    assert.equal(queryOf(' plate "7" '), '{"name":"plate \\"7\\""}');
    assert.equal(queryOf(' {"value.wells": 96}'), '{"value.wells": 96}');
  });

  it("is refused while it is typed where it begins like JSON and is none", () => {
    assert.equal(queryRemark("plate*"), undefined);
    assert.equal(queryRemark('{"name": "a"}'), undefined);
    assert.match(queryRemark('{"name": ')?.message ?? "", /This is no JSON/);
  });
});

describe("metadata in one line", () => {
  it("has a name, or its uuid where there is none", () => {
    assert.equal(metadataName({ uuid: "1-012", name: "" }), "1-012");
    assert.equal(metadataName({ uuid: "1-012", name: "λ" }), "λ");
    assert.equal(schemaName({ uuid: "2-013", schema: { title: "Plate" } }), "Plate");
    for (const schema of [undefined, null, "text", { title: 7 }, { title: " " }])
      assert.equal(schemaName({ uuid: "2-013", schema }), "2-013");
  });

  it("shows its value, cut between letters, without what looks like a secret", () => {
    assert.equal(valueText({ a: [1] }), '{"a":[1]}');
    assert.equal(valueText(undefined), "");
    assert.equal(valueText("𝒜𝒜𝒜𝒜", 3), '"𝒜𝒜…');
    assert.ok(!valueText({ token: "s3cret" }).includes("s3cret"));
  });
});
