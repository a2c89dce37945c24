import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { localFilter } from "../../../src/editor/resources/local-filter.ts";

interface Thing {
  readonly name?: string;
  readonly state: string;
}

const filter = localFilter<Thing>(["name", "state"], "", ({ name, state }) => ({ name, state }));
const lets = (text: string, thing: Thing) => filter.matches?.(text, thing);

describe("a filter for lists that the server does not filter", () => {
  it("needs every word, in any field and whatever its case", () => {
    const thing = { name: "Nightly Import", state: "expired" };
    assert.equal(lets("import EXPIRED", thing), true);
    assert.equal(lets("import never", thing), false);
  });

  it("looks in one field where that is named", () => {
    assert.equal(lets("state:expired", { name: "a", state: "expired" }), true);
    assert.equal(lets("state:expired", { name: "expired", state: "never" }), false);
    assert.equal(lets("name:a", { state: "a" }), false);
  });

  it("takes words in quotes together, and one quote that is never closed", () => {
    assert.equal(lets('"a b"', { name: "a b", state: "" }), true);
    assert.equal(lets('"a b"', { name: "b a", state: "" }), false);
    assert.equal(lets('name:"a b', { name: "a b", state: "" }), true);
  });

  it("finds texts however their accents are written", () => {
    assert.equal(lets("ά", { name: "\u03b1\u0301", state: "" }), true);
  });

  it("refuses fields that there are not, by name, and lets addresses in quotes pass", () => {
    assert.match(filter.remark("stat:x")?.message ?? "", /no field stat.*name, state/);
    assert.equal(filter.remark('"https://a.example.org"'), undefined);
    assert.equal(filter.remark("STATE:x word"), undefined);
  });
});
