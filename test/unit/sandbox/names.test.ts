import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { drawAccentedName, drawName, toAscii } from "../../../src/sandbox/names/names.ts";
import { createRandom } from "../../../src/sandbox/random.ts";

describe("Names of the sandbox", () => {
  it("are transliterated to letters that a login can hold", () => {
    const spellings = {
      Groß: "gross",
      Østergaard: "ostergaard",
      "O'Brien": "obrien",
      Đặng: "dang",
      Þórdís: "thordis",
      Işık: "isik",
    };
    for (const [written, ascii] of Object.entries(spellings)) assert.equal(toAscii(written), ascii);
    const random = createRandom(1);
    for (let drawn = 0; drawn < 3000; drawn += 1) {
      const { first, last, otherLast } = drawName(random);
      for (const { written, ascii } of [first, last, otherLast]) assert.match(ascii, /^[a-z]+$/, written);
      assert.notEqual(last.written, otherLast.written);
    }
  });

  it("can be asked for in letters that Unicode spells in two ways", () => {
    const random = createRandom(2);
    for (let drawn = 0; drawn < 500; drawn += 1) {
      const { first, last } = drawAccentedName(random);
      for (const { written } of [first, last]) {
        assert.equal(written, written.normalize("NFC"));
        assert.notEqual(written.toLowerCase(), written.toLowerCase().normalize("NFD"));
      }
    }
  });

  it("come in the same order for the same seed", () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return [drawName(random), drawName(random), random.uuid()];
    };
    assert.deepEqual(draw(3), draw(3));
    assert.notDeepEqual(draw(3), draw(4));
    assert.match(
      createRandom(3).uuid(),
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
