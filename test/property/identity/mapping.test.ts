import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  attributesOfPerson,
  evaluateExpression,
  longestText,
  tooLong,
} from "../../../src/identity/mapping/evaluate.ts";
import type { Expression } from "../../../src/identity/mapping/expression.ts";
import {
  type FunctionName,
  functionNames,
  mappingFunctions,
  type Parameter,
} from "../../../src/identity/mapping/functions.ts";
import { parseExpression, readExpression } from "../../../src/identity/mapping/parse.ts";
import { printExpression } from "../../../src/identity/mapping/print.ts";

const runs = { numRuns: 2000 };

const anyText = fc.string({ unit: "binary", maxLength: 8 });

const anyAttribute = fc
  .tuple(
    fc.constantFrom("tacc", "okeanos", "my-scim"),
    fc.constantFrom("firstName", "emails.value", "urn:x:2.0:User:department", "ünï"),
  )
  .map(([connection, path]) => ({ connection, path }));

/** Every expression that the table of functions allows, a few functions deep. */
const { anyExpression } = fc.letrec<{ anyExpression: Expression; anyCall: Expression }>((tie) => ({
  anyExpression: fc.oneof(
    { maxDepth: 3 },
    anyAttribute,
    anyText.map((text) => ({ text })),
    tie("anyCall"),
  ),
  anyCall: fc.constantFrom(...functionNames).chain((name) => callOf(name, tie("anyExpression"))),
}));

function callOf(call: FunctionName, anyValue: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const parameters: readonly Parameter[] = mappingFunctions[call].parameters;
  const kinds: Readonly<Record<Parameter["kind"], fc.Arbitrary<Expression>>> = {
    value: anyValue,
    text: anyText.map((text) => ({ text })),
    part: fc.string({ unit: "binary", minLength: 1, maxLength: 3 }).map((text) => ({ text })),
    number: fc.integer({ min: 1, max: 5 }).map((number) => ({ number })),
  };
  const places = parameters.map(({ kind, optional, repeats }) => {
    const [minLength, maxLength] = optional ? [0, 1] : repeats ? [1, 3] : [1, 1];
    return fc.array(kinds[kind], { minLength, maxLength });
  });
  return fc.tuple(...places).map((given) => ({ call, with: given.flat() }));
}

const anyPerson = fc.dictionary(
  fc.constantFrom("tacc", "okeanos", "my-scim"),
  fc.record(
    {
      firstName: fc.oneof(anyText, fc.integer(), fc.string({ minLength: 1000, maxLength: 1100 })),
      emails: fc.array(fc.record({ value: anyText })),
    },
    { requiredKeys: [] },
  ),
);

test("parsing what was printed gives the same expression, with every part placed", () => {
  fc.assert(
    fc.property(anyExpression, (expression) => {
      const { expression: again, errors, ranges } = readExpression(printExpression(expression));
      assert.deepEqual(errors, []);
      assert.deepEqual(again, expression);
      assert.ok(again && ranges.has(again));
    }),
    runs,
  );
});

test("every expression gives a text within its bounds, no value, or the word that it is too long, and the same again", () => {
  let valued = 0;
  fc.assert(
    fc.property(anyExpression, anyPerson, (expression, person) => {
      const read = attributesOfPerson(person);
      const outcome = evaluateExpression(expression, read);
      assert.equal(evaluateExpression(expression, read), outcome);
      if (outcome === undefined || outcome === tooLong) return;
      valued++;
      assert.notEqual(outcome, "");
      assert.equal(outcome, outcome.trim());
      if (!("connection" in expression)) assert.ok([...outcome].length <= longestText);
    }),
    runs,
  );
  assert.ok(valued > 100);
});

test("any text is read to its end: into an expression, or errors inside the text", () => {
  const anyWords = fc
    .array(fc.constantFrom("join", "lower", "(", ")", ",", '"', "a.b", " ", "7", "'", "\\", "x", "\n", "é"), {
      maxLength: 25,
    })
    .map((words) => words.join(""));
  fc.assert(
    fc.property(fc.oneof(anyWords, fc.string({ unit: "binary" })), (text) => {
      const { expression, errors } = readExpression(text);
      for (const { range } of errors)
        assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
      if (errors.length > 0) return;
      assert.ok(expression);
      assert.deepEqual(parseExpression(printExpression(expression)), expression);
    }),
    runs,
  );
});

test("what is folded to ASCII once stays, and Latin text with marks becomes ASCII", () => {
  const ascii = (text: string) =>
    evaluateExpression({ call: "ascii", with: [{ text }] }, () => undefined) ?? "";
  const latin = fc.string({
    unit: fc
      .tuple(fc.constantFrom(..."aeioucnszAEO"), fc.constantFrom("", "\u0301", "\u0308\u0323"))
      .map(([letter, marks]) => (letter + marks).normalize("NFC")),
    minLength: 1,
  });
  fc.assert(
    fc.property(latin, (text) => assert.match(String(ascii(text)), /^[A-Za-z]+$/)),
    runs,
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) =>
      assert.equal(ascii(String(ascii(text))), ascii(text)),
    ),
    runs,
  );
});
