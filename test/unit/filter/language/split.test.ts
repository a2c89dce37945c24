import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { splitInWords } from "../../../../src/filter/language/split.ts";
import { parseFilter } from "../../../../src/filter/parse.ts";
import { odmDialect, rfcDialect } from "../../../../src/filter/pushdown.ts";

const odm = { certain: odmDialect({ exactStrings: true }), folding: odmDialect({ exactStrings: false }) };

describe("what a server is sent of a filter, in words", () => {
  it("is nothing of what the server does not evaluate", () => {
    assert.equal(splitInWords(parseFilter("title pr"), undefined), "evaluated here");
    assert.equal(splitInWords(parseFilter("active eq true"), odm), "evaluated here");
  });

  it("is all of it where the server evaluates everything", () => {
    assert.equal(
      splitInWords(parseFilter("title pr"), { certain: rfcDialect }),
      "sent to the server: title pr",
    );
  });

  it("is one part, with what is left, where case makes no difference", () => {
    assert.equal(
      splitInWords(parseFilter('userName eq "123" and active eq true'), odm),
      'sent to the server: userName eq "123"; evaluated here: active eq true',
    );
  });

  it("says what it depends on where case may make a difference", () => {
    assert.equal(
      splitInWords(parseFilter('userName eq "bo"'), odm),
      'sent to the server: userName eq "bo" (where the server turns out to tell capitals from small letters, evaluated here)',
    );
  });
});
