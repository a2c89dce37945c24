import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { foldString } from "../../../src/filter/fold.ts";

const scalars = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

describe("folding", () => {
  it("makes upper and lower case the same", () => {
    const same = [
      ["JENSEN", "jensen"],
      ["Straße", "STRASSE"],
      ["STRAẞE", "strasse"],
      ["Σίσυφος", "ΣΊΣΥΦΟΣ"],
      ["ﬃ", "FFI"],
      ["Ǆ", "ǆ"],
      ["ǅ", "Ǆ"],
      ["ΐ", "\u03b9\u0308\u0301"],
      ["\u212b", "å"],
      ["\u1e9e", "ss"],
      ["Ꭰ", "ꭰ"],
      ["ᾳ", "ΑΙ"],
      ["ŉ", "ʼN"],
      ["\u1fb4", "α\u0345\u0301"],
      ["𐐀", "𐐨"],
    ] as const;
    for (const [one, other] of same) assert.equal(foldString(one), foldString(other), `${one} ${other}`);
  });

  it("keeps apart what is not a matter of case", () => {
    const different = [
      ["jose", "josé"],
      ["i", "ı"],
      ["I", "ı"],
      ["i", "İ"],
      ["o", "ø"],
      ["а", "a"],
      ["１", "1"],
      ["½", "1⁄2"],
      ["\u00a0", " "],
    ] as const;
    for (const [one, other] of different)
      assert.notEqual(foldString(one), foldString(other), `${one} ${other}`);
  });

  it("gives the mappings of the Unicode data", () => {
    assert.equal(foldString("AZ[\u0130]"), "az[i\u0307]");
    assert.equal(foldString("ꭰᏸ"), "ᎠᏰ");
    assert.equal(foldString("ß"), "ss");
    assert.equal(foldString("ς"), "σ");
    assert.equal(foldString("e\u0301"), "é");
  });

  it("changes nothing any more when done again, for any character", () => {
    assert.deepEqual(
      scalars.filter((character) => foldString(foldString(character)) !== foldString(character)),
      [],
    );
  });

  it("maps a character and its lower case to the same, for any character", () => {
    const apart = scalars.filter(
      (character) => foldString(character.toLowerCase()) !== foldString(character),
    );
    assert.deepEqual(apart, []);
  });
});
