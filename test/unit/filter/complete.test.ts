import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { coreUserSchema } from "../../../src/filter/attributes.ts";
import { type Completion, completeFilter } from "../../../src/filter/complete.ts";

/** What is proposed at the `|` of a text. */
function at(marked: string): readonly Completion[] {
  const offset = marked.indexOf("|");
  return completeFilter(marked.replace("|", ""), offset, coreUserSchema);
}

function labels(marked: string): string {
  return at(marked)
    .map(({ label }) => label)
    .join(" ");
}

describe("completions", () => {
  it("are none inside an unknown string or after an unknown word", () => {
    assert.equal(labels('userName eq "a|"'), "");
    assert.equal(labels("zzz|"), "");
    assert.equal(labels("unknown[|"), "not");
  });

  it("are the attributes of the schema where an expression begins", () => {
    for (const place of ["|", "title pr and |", "(|", "not (|", "title pr or (|"]) {
      const proposed = at(place);
      assert(
        proposed.some(({ label, kind }) => label === "userName" && kind === "attribute"),
        place,
      );
      assert(
        proposed.some(({ label, kind }) => label === "not" && kind === "keyword"),
        place,
      );
    }
    assert.equal(labels("us|"), "userName userType");
    assert.equal(labels("US|"), "userName userType");
    assert.equal(labels("emails.|"), "emails.value emails.type emails.display emails.primary");
    assert(labels("urn:|").includes("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department"));
  });

  it("are the sub-attributes inside a value path, and not after it", () => {
    assert.equal(labels("emails[|"), "value type display primary not");
    assert.equal(labels('emails[type eq "work" and p|'), "primary");
    assert.equal(labels("emails[(v|"), "value");
    assert.equal(labels("emails[type pr] and us|"), "userName userType");
  });

  it("are the operators that fit the type", () => {
    assert.equal(labels("active |"), "eq ne pr");
    assert.equal(labels("meta.created |"), "eq ne pr gt ge lt le");
    assert.equal(labels("emails |"), "eq ne co sw ew pr gt ge lt le");
    assert.equal(labels("unknown |"), "eq ne co sw ew pr gt ge lt le");
    assert.equal(labels("emails[primary |"), "eq ne pr");
    assert.equal(labels("userName s|"), "sw");
  });

  it("are the values where there are few", () => {
    assert.equal(labels("active eq |"), "true false null");
    assert.equal(labels("active eq t|"), "true");
    assert.equal(labels("emails[type eq |"), '"work" "home" "other" null');
    assert.equal(labels('emails[type eq "w|'), '"work"');
    assert.equal(labels("userName sw |"), "");
  });

  it("are the connectives after an expression", () => {
    for (const place of [
      "title pr |",
      'userName eq "x" |',
      "n gt 5 |",
      "(title pr) |",
      "emails[type pr] |",
    ]) {
      assert.equal(labels(place), "and or", place);
    }
  });

  it("take the place of the word around them", () => {
    assert.deepEqual(
      at("title pr and us|er eq 5").map(({ range }) => range),
      [
        { start: 13, end: 17 },
        { start: 13, end: 17 },
      ],
    );
    assert.deepEqual(at("title pr |")[0]?.range, { start: 9, end: 9 });
    assert.equal(at("no|")[0]?.insertText, "not (");
  });
});
