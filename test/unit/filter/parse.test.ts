import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FilterError } from "../../../src/filter/error.ts";
import { longestFilter, mostErrors, parseFilter, parseTolerant } from "../../../src/filter/parse.ts";
import { deepestNesting } from "../../../src/filter/parser.ts";
import { printFilter } from "../../../src/filter/print.ts";
import { invalid, valid } from "./cases.ts";

function errorOf(text: string): FilterError {
  try {
    parseFilter(text);
  } catch (error) {
    if (error instanceof FilterError) return error;
  }
  assert.fail(`${text} was read as a filter`);
}

/** The part of the text that an error marks. */
function marked(text: string): string {
  const { range } = errorOf(text);
  return text.slice(range.start, range.end);
}

/** The text after the fix of its first error. */
function fixed(text: string): string | undefined {
  const { fix } = errorOf(text);
  return fix && text.slice(0, fix.range.start) + fix.text + text.slice(fix.range.end);
}

describe("a text that is no filter", () => {
  for (const [text, ...codes] of invalid) {
    it(`is refused: ${JSON.stringify(text)}`, () => {
      const { errors } = parseTolerant(text);
      assert.deepEqual(
        errors.map(({ code }) => code),
        codes,
      );
      assert.equal(errorOf(text).code, codes[0]);
    });
  }

  it("is marked where it is wrong", () => {
    assert.equal(marked('userName eq "x" and active eq TRUE'), "TRUE");
    assert.equal(marked("userName eq"), "eq");
    assert.equal(marked("userName"), "userName");
    assert.equal(marked("a pr and (b pr"), "(");
    assert.equal(marked("a pr) and b pr"), ")");
    assert.equal(marked('a eq "x\\ay"'), "\\a");
    assert.equal(marked('a eq "xy and b pr'), '"xy and b pr');
    assert.equal(marked("emails[]"), "[]");
    assert.equal(marked("not a pr"), "not");
    assert.equal(marked("a pr and"), "and");
  });

  it("has a fix where one is known, and the fix makes it right", () => {
    const fixes = {
      "active eq TRUE": "active eq true",
      "a eq 'x'": 'a eq "x"',
      "a eq x": 'a eq "x"',
      "n eq 01": "n eq 1",
      "n eq .5": "n eq 0.5",
      "a == 5": "a eq 5",
      "a eqq 5": "a eq 5",
      'a eq "x': 'a eq "x"',
      'a eq "\\a"': 'a eq "\\\\a"',
      'a eq "\t"': 'a eq "\\t"',
      "(a pr": "(a pr)",
      "emails[a pr": "emails[a pr]",
      "a pr)": "a pr",
      "a pr b pr": "a pr and b pr",
      "a pr || b pr": "a pr or b pr",
      "(a pr)and b pr": "(a pr) and b pr",
      "not a pr": "not (a pr)",
      'not a eq "x" and b pr': 'not (a eq "x") and b pr',
      '"userName" pr': "userName pr",
      'emails[type eq "work" or primary eq true].value ew "x" and b pr':
        'emails[(type eq "work" or primary eq true) and value ew "x"] and b pr',
    };
    for (const [text, right] of Object.entries(fixes)) {
      assert.equal(fixed(text), right);
      assert.doesNotThrow(() => parseFilter(right));
    }
  });

  it("has all its errors found at once, in their order", () => {
    const text = "a eq TRUE and (b == 'x' or not c pr) and d[e eq 01";
    const codes = parseTolerant(text).errors.map(({ code }) => code);
    assert.deepEqual(codes, [
      "literalCase",
      "unknownOperator",
      "wrongQuotes",
      "notNeedsParentheses",
      "unclosedBracket",
      "badNumber",
    ]);
  });

  it("has no more errors listed than a person can use", () => {
    assert.equal(parseTolerant("a ".repeat(1000)).errors.length, mostErrors);
  });
});

describe("the bounds of a filter", () => {
  const nested = (depth: number) => `${"(".repeat(depth)}a pr${")".repeat(depth)}`;

  it("are 200 levels of nesting", () => {
    assert.deepEqual(parseFilter(nested(deepestNesting)), { op: "pr", attrPath: "a" });
    assert.equal(errorOf(nested(deepestNesting + 1)).code, "tooDeep");
    assert.equal(errorOf("not (".repeat(deepestNesting + 1)).code, "tooDeep");
    assert.equal(errorOf("not ".repeat(5_000)).code, "tooDeep");
    assert.equal(errorOf("a[".repeat(5_000)).code, "nestedValuePath");
    assert.equal(parseTolerant(nested(30_000)).errors.length, 1);
  });

  it("are 64 KiB of text", () => {
    const long = `a eq "${"x".repeat(longestFilter - 'a eq ""'.length)}"`;
    assert.equal(long.length, longestFilter);
    assert.equal(parseFilter(long).op, "eq");
    const error = errorOf(`${long} `);
    assert.equal(error.code, "tooLong");
    assert.deepEqual(error.range, { start: longestFilter, end: longestFilter + 1 });
    assert.deepEqual(parseTolerant(`${long} `).tokens, []);
  });
});

describe("a filter", () => {
  for (const [text, canonical] of valid) {
    it(`is read and printed: ${JSON.stringify(text)}`, () => {
      const filter = parseFilter(text);
      assert.equal(printFilter(filter), canonical);
      assert.deepEqual(parseFilter(canonical), filter);
    });
  }

  it("is the tree of scim2-parse-filter", () => {
    assert.deepEqual(parseFilter('a eq "x" and not (b pr or c[d gt 5])'), {
      op: "and",
      filters: [
        { op: "eq", attrPath: "a", compValue: "x" },
        {
          op: "not",
          filter: {
            op: "or",
            filters: [
              { op: "pr", attrPath: "b" },
              { op: "[]", attrPath: "c", valFilter: { op: "gt", attrPath: "d", compValue: 5 } },
            ],
          },
        },
      ],
    });
  });

  it("is refused where it names an attribute that the caller does not know", () => {
    const seen: string[] = [];
    const knows = (path: string) => {
      seen.push(path);
      return path !== "emails.kind";
    };
    const { errors } = parseTolerant('userName pr and emails[kind eq "work"] and name.givenName pr', {
      knows,
    });
    assert.deepEqual(
      errors.map(({ code, message }) => `${code}: ${message}`),
      ["unknownAttribute: There is no attribute emails.kind."],
    );
    assert.deepEqual(seen, ["userName", "emails", "emails.kind", "name.givenName"]);
  });
});

describe("the dialect of Microsoft Entra", () => {
  const entra = { dialect: "entra" } as const;

  it("puts the condition after the brackets on the same element", () => {
    const read = (text: string) => printFilter(parseFilter(text, entra));
    assert.equal(read('emails[type eq "work"].value eq "x"'), 'emails[type eq "work" and value eq "x"]');
    assert.equal(
      read("emails[a pr and b pr].value pr and c pr"),
      "emails[a pr and b pr and value pr] and c pr",
    );
    assert.equal(read('emails[a pr or b pr].value eq "x"'), 'emails[(a pr or b pr) and value eq "x"]');
    assert.equal(
      read('urn:ietf:params:scim:schemas:core:2.0:User:emails[type eq "work"].value eq "x"'),
      'urn:ietf:params:scim:schemas:core:2.0:User:emails[type eq "work" and value eq "x"]',
    );
  });

  it("has no other form", () => {
    const codes = (text: string) => parseTolerant(text, entra).errors.map(({ code }) => code);
    assert.deepEqual(codes('emails[type eq "work"].a.b eq "x"'), ["badAttributePath"]);
    assert.deepEqual(codes('emails[type eq "work"].value'), ["missingOperator"]);
    assert.deepEqual(codes('emails[type eq "work"] eq "x"').length > 0, true);
    assert.deepEqual(codes('emails[type eq "work"] .value eq "x"').length > 0, true);
  });
});

describe("a half-typed filter", () => {
  const understood = (text: string) => {
    const { filter } = parseTolerant(text);
    return filter && printFilter(filter);
  };

  it("gives the parts that are understood", () => {
    assert.equal(understood("userName pr and "), "userName pr");
    assert.equal(understood('userName eq "ann'), 'userName eq "ann"');
    assert.equal(understood("userName pr and (title pr or nick"), "userName pr and title pr");
    assert.equal(understood('emails[type eq "work" and va'), 'emails[type eq "work"]');
    assert.equal(understood("not (a pr"), "not (a pr)");
    assert.equal(understood("a pr or b lte 5 or c eq"), "a pr or b le 5");
    assert.equal(understood("userName eq"), undefined);
    assert.equal(understood(""), undefined);
  });

  it("goes on after a string that is not closed on its line", () => {
    assert.equal(understood('a eq "x\nand b pr'), 'a eq "x" and b pr');
  });

  it("has tokens with the roles that they play", () => {
    const { tokens } = parseTolerant('not (emails[type eq "work"]) and active eq true or n gt 5 and x !! y');
    assert.deepEqual(
      tokens.map(({ role, start, end }) => `${role} ${start}-${end}`),
      [
        "keyword 0-3",
        "bracket 4-5",
        "attribute 5-11",
        "bracket 11-12",
        "attribute 12-16",
        "operator 17-19",
        "string 20-26",
        "bracket 26-27",
        "bracket 27-28",
        "keyword 29-32",
        "attribute 33-39",
        "operator 40-42",
        "constant 43-47",
        "keyword 48-50",
        "attribute 51-52",
        "operator 53-55",
        "number 56-57",
        "keyword 58-61",
        "attribute 62-63",
        "invalid 64-66",
        "attribute 67-68",
      ],
    );
  });

  it("tells where each node stands", () => {
    const text = 'a pr and not (b eq "x") and emails[c pr]';
    const { filter, rangeOf } = parseTolerant(text);
    assert(filter?.op === "and");
    const texts = [filter, ...filter.filters].map((node) => {
      const range = rangeOf(node);
      return range && text.slice(range.start, range.end);
    });
    assert.deepEqual(texts, [text, "a pr", 'not (b eq "x")', "emails[c pr]"]);
    assert.equal(rangeOf({}), undefined);
  });
});
