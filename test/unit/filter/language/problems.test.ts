import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { coreUserSchema } from "../../../../src/filter/attributes.ts";
import { filterErrors, schemaErrors } from "../../../../src/filter/language/problems.ts";

const check = schemaErrors(coreUserSchema, (path) => `There is no ${path}.`);
const errors = (text: string) => filterErrors(text, check);

/** A text after its fixes have been applied one after another, as a person would who takes each. */
function mended(text: string): string {
  for (let round = 0; round < 10; round++) {
    const fix = errors(text).find((error) => error.fix)?.fix;
    if (!fix) return text;
    text = text.slice(0, fix.range.start) + fix.text + text.slice(fix.range.end);
  }
  return text;
}

describe("the fixes of a filter", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["active eq TRUE", "active eq true"],
    ["userName eq bob", 'userName eq "bob"'],
    ["userName eq 'bob'", 'userName eq "bob"'],
    ["userName eq “bob”", 'userName eq "bob"'],
    ['userName == "x" && active = true', 'userName eq "x" and active eq true'],
    ["title pr || active pr", "title pr or active pr"],
    ["!(active eq true)", "not(active eq true)"],
    ["!active eq true", "not (active eq true)"],
    ["title pr && !active pr", "title pr and not (active pr)"],
    ["not active eq true", "not (active eq true)"],
    ['emails[type eq "work"].value eq "x"', 'emails[type eq "work" and value eq "x"]'],
    ['(userName eq "x"', '(userName eq "x")'],
    ['emails[type eq "work"', 'emails[type eq "work"]'],
    ["title pr)", "title pr"],
    ['usrName eq "x"', 'userName eq "x"'],
    ['emails[tpye eq "work"]', 'emails[type eq "work"]'],
    ['emails.valeu eq "x"', 'emails.value eq "x"'],
    ['meta.created gt "2026-01-01"', 'meta.created gt "2026-01-01T00:00:00Z"'],
  ];
  for (const [text, wanted] of cases) {
    it(`make ${wanted} of ${text}`, () => {
      assert.equal(mended(text), wanted);
      assert.deepEqual(errors(wanted), []);
    });
  }

  it("mark the attribute alone, and name what was meant", () => {
    const [error] = errors('title pr and usrName eq "x"');
    assert.deepEqual(error?.range, { start: 13, end: 20 });
    assert.equal(error?.message, 'There is no usrName. Did you mean "userName"?');
    assert.equal(error?.fix?.title, "Write userName");
  });

  it("are none where nothing near is known, or where what is near stands elsewhere", () => {
    assert.equal(errors("zzzzzz pr")[0]?.fix, undefined);
    assert.equal(errors("zzzzzz pr")[0]?.message, "There is no zzzzzz.");
  });

  it("come with every error and not only the first", () => {
    assert.deepEqual(
      errors("a = TRUE && b = 'x'").map(({ code }) => code),
      ["unknownOperator", "literalCase", "unknownOperator", "unknownOperator", "wrongQuotes"],
    );
  });

  it("are found in time that grows no faster than the text", () => {
    const size = 20_000;
    for (const text of [
      "(".repeat(size),
      "!".repeat(size),
      "! ".repeat(size),
      "not (".repeat(size / 5),
      `userName eq "${"\n".repeat(size)}`,
      "emails[".repeat(size / 5),
      "&& ".repeat(size / 3),
    ]) {
      const start = performance.now();
      assert.ok(errors(text).length > 0);
      assert.ok(performance.now() - start < 2000, text.slice(0, 10));
    }
  });
});
