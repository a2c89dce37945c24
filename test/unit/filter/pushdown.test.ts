import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { coreUserSchema } from "../../../src/filter/attributes.ts";
import { foldString } from "../../../src/filter/fold.ts";
import { parseFilter } from "../../../src/filter/parse.ts";
import { printFilter } from "../../../src/filter/print.ts";
import { type Dialect, odmDialect, rfcDialect, splitFilter } from "../../../src/filter/pushdown.ts";

/** What goes to the server and what stays, as `server | residual`. */
function split(text: string, dialect: Dialect, schema = coreUserSchema): string {
  const { server, residual } = splitFilter(parseFilter(text), dialect, { schema });
  return `${server ? printFilter(server) : ""} | ${residual ? printFilter(residual) : ""}`;
}

function accepting(operators: string, connectives: string, exactStrings = false): Dialect {
  return {
    name: "test",
    and: connectives.includes("and"),
    or: connectives.includes("or"),
    not: connectives.includes("not"),
    exactStrings,
    accepts: ({ op }) => operators.split(" ").includes(op),
  };
}

describe("a server that takes everything", () => {
  for (const text of [
    'userName eq "x"',
    "not (a pr and b pr)",
    'a pr or emails[type eq "work" and not (b pr)]',
    'a ne "x" and (b pr or not (c gt 5))',
  ]) {
    it(`is given ${text}`, () => assert.equal(split(text, rfcDialect), `${text} | `));
  }
});

describe("a server that takes eq and and", () => {
  const simple = accepting("eq", "and");

  it("is given the conjuncts that it can evaluate", () => {
    assert.equal(
      split("(a eq 1 and b eq 2) and (c eq 3 or d eq 4)", simple),
      "a eq 1 and b eq 2 | c eq 3 or d eq 4",
    );
    assert.equal(split("a eq 1 and b pr and c eq 3", simple), "a eq 1 and c eq 3 | b pr");
    assert.equal(
      split("a eq 1 and (b eq 2 and (c eq 3 and d pr))", simple),
      "a eq 1 and b eq 2 and c eq 3 | d pr",
    );
    assert.equal(split("a eq 1", simple), "a eq 1 | ");
  });

  it("is given nothing of an or, a not or another operator", () => {
    assert.equal(split("a eq 1 or b eq 2", simple), " | a eq 1 or b eq 2");
    assert.equal(split("not (a eq 1)", simple), " | not (a eq 1)");
    assert.equal(split("a ne 1", simple), " | a ne 1");
    assert.equal(split("not (a eq 1 and b eq 2)", simple), " | not (a eq 1 and b eq 2)");
    assert.equal(split("a[b eq 1]", simple), " | a[b eq 1]");
  });

  it("is given what a double negation means", () => {
    assert.equal(split("not (a ne 1)", simple), "a eq 1 | ");
    assert.equal(split("not (not (a eq 1))", simple), "a eq 1 | ");
    assert.equal(split("not (a ne 1 or b pr)", simple), "a eq 1 | not (b pr)");
    assert.equal(split("not (a ne 1 or b ne 2)", simple), "a eq 1 and b eq 2 | ");
  });
});

describe("a server that lacks a connective", () => {
  it("is given the same in those that it has", () => {
    assert.equal(split("a pr or b pr", accepting("pr", "and not")), "not (not (a pr) and not (b pr)) | ");
    assert.equal(split("a pr and b pr", accepting("pr", "or not")), "not (not (a pr) or not (b pr)) | ");
    assert.equal(split("not (a eq 1 and b eq 2)", accepting("ne", "or")), "a ne 1 or b ne 2 | ");
    assert.equal(split("a ne 1", accepting("eq", "not")), "not (a eq 1) | ");
    assert.equal(split("not (a eq 1)", accepting("ne", "")), "a ne 1 | ");
  });

  it("is given one conjunct where it cannot join them, an equality before others", () => {
    assert.equal(split("a pr and b eq 1 and c eq 2", accepting("pr eq", "")), "b eq 1 | a pr and c eq 2");
    assert.equal(split("a pr and b pr", accepting("pr", "or")), "a pr | b pr");
  });

  it("is given an or only whole", () => {
    assert.equal(split("(a eq 1 or b eq 2) and c pr", accepting("eq", "and or")), "a eq 1 or b eq 2 | c pr");
    assert.equal(split("(a eq 1 or b pr) and c eq 3", accepting("eq", "and or")), "c eq 3 | a eq 1 or b pr");
  });
});

describe("a server that compares strings exactly", () => {
  const exact = accepting("eq ne co sw ew pr gt []", "and or not", true);

  it("is not given what could differ by case", () => {
    assert.equal(split('userName eq "ann"', exact), ' | userName eq "ann"');
    assert.equal(split('userName ne "ann"', exact), ' | userName ne "ann"');
    assert.equal(split('not (userName eq "ann")', exact), ' | not (userName eq "ann")');
    assert.equal(split('userName gt "5"', exact), ' | userName gt "5"');
    assert.equal(
      split('emails[type eq "work" and primary eq true]', exact),
      ' | emails[type eq "work" and primary eq true]',
    );
    assert.equal(split('userName eq "é"', exact), ' | userName eq "é"');
    assert.equal(split('userName eq ";"', exact), ' | userName eq ";"');
  });

  it("is given what cannot", () => {
    assert.equal(split('id eq "aB"', exact), 'id eq "aB" | ');
    assert.equal(split('externalId sw "aB" and userName pr', exact), 'externalId sw "aB" and userName pr | ');
    assert.equal(
      split("active eq true and age gt 5 and title eq null", exact),
      "active eq true and age gt 5 and title eq null | ",
    );
    assert.equal(split('phoneNumbers eq "+31-20.5"', exact), 'phoneNumbers eq "+31-20.5" | ');
    assert.equal(split('emails co "@"', exact), 'emails co "@" | ');
    assert.equal(
      split('meta.created gt "2024-01-01T00:00:00Z"', exact),
      'meta.created gt "2024-01-01T00:00:00Z" | ',
    );
    assert.equal(split('groups[$ref eq "../x"]', exact), 'groups[$ref eq "../x"] | ');
  });

  it("finds text without letters only where it stands", () => {
    const caseless = "0123456789@._+-";
    for (let code = 0; code < 0x110000; code++) {
      const character = String.fromCodePoint(code);
      if (caseless.includes(character)) {
        assert.equal(foldString(character), character);
      } else {
        const folded = foldString(character);
        assert(
          [...caseless].every((other) => !folded.includes(other)),
          `U+${code.toString(16)}`,
        );
        if (/\p{M}/u.test(character)) {
          for (const other of caseless)
            assert(foldString(other + character).startsWith(other), `U+${code.toString(16)}`);
        }
      }
    }
  });
});

describe("Genestack ODM", () => {
  const odm = odmDialect({ exactStrings: false });
  const mail = 'emails[type eq "work" and value eq "x@y.example"]';

  it("is given userName and the work e-mail, joined by and", () => {
    assert.equal(split('userName eq "x"', odm), 'userName eq "x" | ');
    assert.equal(split(mail, odm), `${mail} | `);
    assert.equal(
      split(`USERNAME eq "x" and ${mail} and active eq true`, odm),
      `USERNAME eq "x" and ${mail} | active eq true`,
    );
    assert.equal(
      split('emails[value eq "x" and type eq "WORK"]', odm),
      'emails[value eq "x" and type eq "WORK"] | ',
    );
  });

  it("is given nothing else", () => {
    for (const text of [
      'userName sw "x"',
      "userName eq null",
      'name.userName eq "x"',
      'emails[type eq "home" and value eq "x"]',
      'emails[type eq "work"]',
      'emails[type eq "work" and value sw "x"]',
      'emails[type eq "work" and value eq "x" and primary eq true]',
      'emails[type eq "work" or value eq "x"]',
      'emails.value eq "x"',
      `not (${mail})`,
      `userName eq "x" or ${mail}`,
    ]) {
      assert.equal(split(text, odm), ` | ${text}`);
    }
  });

  it("is given nothing with letters while it may tell their case", () => {
    const exact = odmDialect({ exactStrings: true });
    assert.equal(split('userName eq "x"', exact), ' | userName eq "x"');
    assert.equal(split(mail, exact), ` | ${mail}`);
  });
});
