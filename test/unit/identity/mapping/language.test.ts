import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { completeExpression } from "../../../../src/identity/mapping/complete.ts";
import { functionNames } from "../../../../src/identity/mapping/functions.ts";
import { helpInExpression } from "../../../../src/identity/mapping/help.ts";

const attributes = ["tacc.firstName", "tacc.lastName", "okeanos.uuid"].map((name) => ({
  name,
  help: "Of an account of Agave",
}));

/** What is proposed at the `|` of a text. */
function proposed(marked: string): readonly string[] {
  return completions(marked).map(({ label }) => label);
}

function completions(marked: string) {
  return completeExpression(marked.replace("|", ""), marked.indexOf("|"), attributes);
}

/** A text with the first of what is proposed at its `|`. */
function completed(marked: string): string {
  const [first] = completions(marked);
  const text = marked.replace("|", "");
  return first ? text.slice(0, first.range.start) + first.insertText + text.slice(first.range.end) : text;
}

describe("what an expression can go on with", () => {
  test("every attribute and every function, where a value can stand", () => {
    const all = [...attributes.map(({ name }) => name), ...functionNames];
    for (const marked of ["|", "lower(|", 'join(" ", |', 'join(" ", tacc.firstName,|)'])
      assert.deepEqual(proposed(marked), all, marked);
  });

  test("those that begin with what is there, whatever its case", () => {
    assert.deepEqual(proposed("TACC.l|"), ["tacc.lastName"]);
    assert.deepEqual(proposed('join(" ", t|, tacc.lastName)'), [
      "tacc.firstName",
      "tacc.lastName",
      "title",
      "trim",
    ]);
    assert.deepEqual(proposed("x|"), []);
  });

  test("nothing inside a text, behind a value, or behind the end", () => {
    for (const marked of [
      'join("|")',
      "tacc.firstName |",
      "lower(tacc.firstName)|",
      "lower(tacc.firstName |",
    ])
      assert.deepEqual(proposed(marked), [], marked);
  });

  test("the whole word is replaced, and a function that is called already gets no second parenthesis", () => {
    assert.equal(completed("lo|"), "lower(");
    assert.equal(completed("lo|w(tacc.lastName)"), "lower(tacc.lastName)");
    assert.equal(completed("upper(tacc.fi|xx)"), "upper(tacc.firstName)");
  });
});

describe("what a word of an expression means", () => {
  const text = 'join(" ", tacc.firstName, slice("x", 1))';

  test("a function tells how it is called, what it gives, and examples", () => {
    const help = helpInExpression(text, text.indexOf("slice") + 2, attributes);
    assert.deepEqual(help?.range, { start: text.indexOf("slice"), end: text.indexOf("slice") + 5 });
    assert.equal(help?.paragraphs[0], "`slice(value, start[, length])`");
    assert.match(help?.paragraphs.join("\n") ?? "", /`slice\("silva", 1, 3\)` gives `sil`\./);
  });

  test("an attribute tells whose it is, and anything else nothing", () => {
    assert.deepEqual(helpInExpression(text, text.indexOf("firstName"), attributes)?.paragraphs, [
      "`tacc.firstName`",
      "Of an account of Agave.",
    ]);
    for (const word of ['" "', ",", "1)", ")"])
      assert.equal(helpInExpression(text, text.indexOf(word), attributes), undefined, word);
    assert.equal(helpInExpression("tacc.other", 1, attributes), undefined);
    assert.equal(helpInExpression("toString(", 1, attributes), undefined);
  });
});
