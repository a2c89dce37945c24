import assert from "node:assert/strict";
import { test } from "node:test";
import { ExpressionError } from "../../../../src/identity/mapping/error.ts";
import { isExpression } from "../../../../src/identity/mapping/expression.ts";
import {
  deepestExpression,
  longestExpression,
  parseExpression,
  readExpression,
} from "../../../../src/identity/mapping/parse.ts";
import { printExpression } from "../../../../src/identity/mapping/print.ts";

test("an expression is read into plain data, whatever its blanks", () => {
  const expected = {
    call: "join",
    with: [
      { text: " " },
      { connection: "tacc", path: "firstName" },
      {
        call: "slice",
        with: [{ connection: "my-scim", path: "emails.value" }, { number: 1 }, { number: 3 }],
      },
    ],
  };
  for (const text of [
    'join(" ", tacc.firstName, slice(my-scim.emails.value, 1, 3))',
    '\tjoin ( " ",tacc.firstName ,\n slice(my-scim.emails.value,1,3) ) ',
  ])
    assert.deepEqual(parseExpression(text), expected);
});

test("an attribute may have any name that a rule may give it, and a text any escape of JSON", () => {
  const urn = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department";
  assert.deepEqual(parseExpression(`lower(idm.${urn})`), {
    call: "lower",
    with: [{ connection: "idm", path: urn }],
  });
  assert.deepEqual(parseExpression(String.raw`"a\"\\\u00e9\n, ("`), { text: 'a"\\é\n, (' });
});

test("a text of the configuration is an expression where it has a parenthesis or a double quote", () => {
  for (const text of ["lower(a.b)", '"x"', "(", ' "x" ']) assert.equal(isExpression(text), true, text);
  for (const text of ["a.b", "idm.urn:x:2.0:User:a", "a.emails.value", "lower"])
    assert.equal(isExpression(text), false, text);
});

test("what is printed has one blank behind each comma, and every text in JSON", () => {
  assert.equal(
    printExpression(parseExpression('first( before(a.b,"@"),"x\\u0041" )')),
    'first(before(a.b, "@"), "xA")',
  );
});

/** Each row: an expression, what of it is marked, a part of the message, and what the fix writes there. */
const wrong: readonly (readonly [text: string, marked: string, message: RegExp, fix?: string])[] = [
  ["", "", /expression is expected/],
  ["  ", "", /expression is expected/],
  ["lowr(a.b)", "lowr", /no function "lowr"\. Did you mean "lower"\?/, "lower"],
  ["LOWER(a.b)", "LOWER", /Did you mean "lower"\?/, "lower"],
  ["reverse(a.b)", "reverse", /no function "reverse"\. There are: join, concat/],
  ["constructor(a.b)", "constructor", /no function "constructor"/],
  ['join(" " a.b)', "a.b", /comma or a closing parenthesis/, ", "],
  ["join(", "", /attribute, a text in double quotes or a function is expected/],
  ["lower(a.b", "", /closing parenthesis of lower/, ")"],
  ["lower(a.b))", ")", /should end before this/],
  ["a.b c.d", "c.d", /should end before this/],
  ["lower(a.b,)", ")", /attribute, a text in double quotes or a function is expected/],
  ["(a.b)", "(", /attribute, a text in double quotes or a function is expected/],
  ["lower(name)", "name", /name is no attribute.*"name"/, '"name"'],
  ["lower('x')", "'x'", /double quotes/, '"x"'],
  ['lower("x)', '"x)', /no closing quote/, '"'],
  ['"\\q"', "\\q", /no escape of JSON/, "\\"],
  ["lower()", ")", /More arguments are expected: lower\(value\)/],
  ['before(a.b, "@", a.c)', "a.c", /Fewer arguments are expected: before\(value, mark\)/],
  ["slice(a.b)", ")", /slice\(value, start\[, length\]\)/],
  ["slice(a.b, 0)", "0", /start of slice must be a whole number from 1/],
  ['slice(a.b, "1")', '"1"', /start of slice must be a whole number from 1/],
  ["slice(a.b, 99999999999999999999)", "99999999999999999999", /whole number from 1/],
  ["lower(3)", "3", /value of lower must be an attribute/],
  ["7", "7", /number stands only where a function takes one/],
  ['before(a.b, "")', '""', /mark of before must be a text in double quotes that is not empty/],
  ["before(a.b, a.c)", "a.c", /mark of before must be a text in double quotes/],
  ["join(a.b, a.c)", "a.b", /separator of join must be a text in double quotes/],
];

for (const [text, marked, message, fix] of wrong) {
  test(`${JSON.stringify(text)} is wrong at ${JSON.stringify(marked)}`, () => {
    const { errors } = readExpression(text);
    assert.equal(errors.length, 1, JSON.stringify(errors));
    const [error] = errors;
    assert.ok(error instanceof ExpressionError);
    assert.equal(text.slice(error.range.start, error.range.end), marked);
    assert.match(error.message, message);
    assert.equal(error.fix?.text, fix);
    assert.throws(() => parseExpression(text), { name: "ExpressionError", message: error.message });
  });
}

test("all wrong names and arguments are told at once", () => {
  const { errors } = readExpression('join(a.b, lowr(a.c), slice(a.d, 0), before(a.e, ""))');
  assert.deepEqual(errors.map(({ code }) => code).toSorted(), [
    "argumentKind",
    "argumentKind",
    "argumentKind",
    "unknownFunction",
  ]);
});

test("length and depth are bounded", () => {
  const nested = (depth: number) => `${"lower(".repeat(depth)}a.b${")".repeat(depth)}`;
  assert.deepEqual(readExpression(nested(deepestExpression)).errors, []);
  assert.equal(readExpression(nested(deepestExpression + 1)).errors[0]?.code, "tooDeep");
  const quoted = (length: number) => JSON.stringify("x".repeat(length - 2));
  assert.deepEqual(readExpression(quoted(longestExpression)).errors, []);
  assert.equal(readExpression(quoted(longestExpression + 1)).errors[0]?.code, "tooLong");
});
