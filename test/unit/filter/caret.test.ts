import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { caretUnder, FilterError } from "../../../src/filter/error.ts";

function caret(text: string, marked: string): string[] {
  const start = text.indexOf(marked);
  const error = new FilterError("unexpectedText", "x", { start, end: start + marked.length });
  return caretUnder(text, error).split("\n");
}

describe("the carets under an error", () => {
  it("stand under the place", () => {
    assert.deepEqual(caret("active eq TRUE", "TRUE"), ["active eq TRUE", "          ^^^^"]);
  });

  it("are one at least, also at the end", () => {
    const at = (start: number) => caretUnder("abc", new FilterError("empty", "x", { start, end: start }));
    assert.equal(at(1), "abc\n ^");
    assert.equal(at(3), "abc\n   ^");
    assert.equal(at(99), "abc\n   ^");
    assert.equal(caretUnder("", new FilterError("empty", "x", { start: 0, end: 0 })), "\n^");
  });

  it("show the line of the place only, and stay on it", () => {
    assert.deepEqual(caret("a pr\nand b eq\r\nor c pr", "eq"), ["and b eq", "      ^^"]);
    assert.deepEqual(caret("a pr\nand (b\npr", "(b\npr"), ["and (b", "    ^^"]);
  });

  it("keep tabs and count wide and combining characters as they are shown", () => {
    assert.deepEqual(caret("\ta\teq x", "x"), ["\ta\teq x", "\t \t   ^"]);
    assert.deepEqual(caret('a eq "日本" x', "x"), ['a eq "日本" x', "            ^"]);
    assert.deepEqual(caret('a eq "e\u0301" x', "x"), ['a eq "e\u0301" x', "         ^"]);
    assert.deepEqual(caret("a eq 日本", "日本"), ["a eq 日本", "     ^^^^"]);
  });

  it("stand under pictures of control characters, which do not reach the terminal", () => {
    assert.deepEqual(caret("a\u001b[31m x\u007f", "x"), ["a␛[31m x␡", "       ^"]);
  });
});
