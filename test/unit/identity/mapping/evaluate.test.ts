import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  attributesOfPerson,
  evaluateExpression,
  longestText,
  tooLong,
} from "../../../../src/identity/mapping/evaluate.ts";
import { functionNames, mappingFunctions } from "../../../../src/identity/mapping/functions.ts";
import { parseExpression } from "../../../../src/identity/mapping/parse.ts";

function give(text: string, person: Record<string, unknown> = {}) {
  return evaluateExpression(parseExpression(text), attributesOfPerson(person));
}

describe("every function gives what its examples say", () => {
  for (const name of functionNames)
    for (const [call, gives] of mappingFunctions[name].examples)
      test(call, () => {
        assert.ok(call.startsWith(`${name}(`));
        assert.equal(give(call) ?? null, gives);
      });
});

const ana = { tacc: { firstName: "Ana", lastName: " Silva ", email: "ana@example.org", uid: 7, phone: "" } };

/** Each row: an expression over Ana, and what it gives. */
const rows: readonly (readonly [string, string | undefined])[] = [
  ["tacc.firstName", "Ana"],
  ["tacc.FIRSTNAME", "Ana"],
  ["tacc.uid", "7"],
  ["tacc.phone", undefined],
  ["tacc.nothing", undefined],
  ["other.firstName", undefined],
  ["toString.name", undefined],
  ['join(", ", tacc.lastName, tacc.phone, tacc.firstName)', "Silva, Ana"],
  ['join("", tacc.firstName, tacc.uid)', "Ana7"],
  ['concat(tacc.firstName, " ", tacc.lastName)', "Ana Silva"],
  ['concat(tacc.firstName, "-", tacc.phone)', undefined],
  ['first(tacc.phone, before(tacc.email, "#"), "none")', "none"],
  ['lower(first(tacc.phone, ""))', undefined],
  ['replace(tacc.email, "@example.org", "")', "ana"],
  ['replace(tacc.firstName, "A", "$&$1")', "$&$1na"],
  ['replace(tacc.firstName, "Ana", "")', undefined],
  ['concat("  ", tacc.firstName, " ")', "Ana"],
  ['"  "', undefined],
  ['after("a@b@c", "@")', "b@c"],
  ['before("@b", "@")', undefined],
];

for (const [text, gives] of rows)
  test(`${text} gives ${gives ?? "no value"}`, () => assert.equal(give(text, ana), gives));

test("the first of several values counts", () => {
  assert.equal(
    give("lower(odm.emails.value)", { odm: { emails: [{ value: "A@x" }, { value: "B@x" }] } }),
    "a@x",
  );
});

/** Each row: an expression, and what it gives; all are about Unicode. */
const unicode: readonly (readonly [string, string])[] = [
  ['slice("😀éb", 1, 2)', "😀é"],
  ['slice("e\u0301b", 2)', "\u0301b"],
  ['upper("ﬁß")', "FISS"],
  ['lower("ΟΔΟΣ")', "οδος"],
  ['lower("İ")', "i̇"],
  ['title("ǆ éCOLE 2ND o\'neil")', "Ǆ École 2nd O'Neil"],
  ['title("JOSE\u0301 DE LA cruz")', "Jose\u0301 De La Cruz"],
  ['ascii("Ñandú Ångström Dvořák")', "Nandu Angstrom Dvorak"],
  ['ascii("n\u0303 u\u0308")', "n u"],
  ['ascii("İstanbul Iğdır")', "Istanbul Igdir"],
  ['ascii("Þór Ðja Łódź øre Straße ẞ œuvre Æ đ")', "THor Dja Lodz ore Strasse SS oeuvre AE d"],
  ['ascii("Việt Nguyễn")', "Viet Nguyen"],
  [
    'ascii("Йорданка Ελένη 山田 한국 हिन्दी שָׁלוֹם")',
    "Йорданка Ελένη 山田 한국 हिन्दी שָׁלוֹם".normalize("NFD").normalize("NFC"),
  ],
  ['trim("\u00a0a\u2003 b\u3000")', "a b"],
];

for (const [text, gives] of unicode) test(`${text} gives ${gives}`, () => assert.equal(give(text), gives));

test("a text that is too long is no value and no cut text, wherever it arises", () => {
  const person = { tacc: { most: "x".repeat(longestText), over: "x".repeat(longestText + 1) } };
  assert.equal(give("upper(tacc.most)", person), "X".repeat(longestText));
  assert.equal(give('concat(tacc.most, "y")', person), tooLong);
  assert.equal(give("slice(tacc.over, 1, 3)", person), tooLong);
  assert.equal(give('first(concat(tacc.most, "y"), "z")', person), tooLong);
  assert.equal(give('replace(tacc.most, "x", "xxxxxxxx")', person), tooLong);
  assert.equal(
    give("upper(tacc.emoji)", { tacc: { emoji: "😀".repeat(longestText) } }),
    "😀".repeat(longestText),
  );
  assert.equal(give("upper(tacc.emoji)", { tacc: { emoji: "😀".repeat(longestText + 1) } }), tooLong);
});

test("an attribute alone is taken as it is, however long", () => {
  const long = "x".repeat(5 * longestText);
  assert.equal(give("tacc.note", { tacc: { note: long } }), long);
});
