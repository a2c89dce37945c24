import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseConfiguration } from "../../../src/config/load.ts";
import { ConfigurationError } from "../../../src/config/problem.ts";
import { sketch } from "./sketch.ts";

const file = "rollcall.jsonc";

/** Whatever a text is, it is either a configuration or problems that lie inside the text and can be told. */
function isTold(text: string): void {
  const { configuration, problems } = parseConfiguration(text, file);
  assert.equal(configuration === undefined, problems.length > 0);
  for (const { offset, length, line, column, message } of problems) {
    assert.ok(
      offset >= 0 && length >= 0 && offset + length <= text.length,
      `${offset}+${length} of ${text.length}`,
    );
    assert.ok(line >= 1 && column >= 1 && message !== "");
  }
  assert.equal(typeof new ConfigurationError(file, problems).message, "string");
}

const pieces = [
  "{",
  "}",
  "[",
  "]",
  '"',
  ",",
  ":",
  "null",
  "5",
  "true",
  "{}",
  "[]",
  '""',
  "\\",
  "//",
  "/*",
  "\n",
  "é🙂",
  '"odm"',
];

test("a file with anything put in or taken out is told", () => {
  const place = fc.nat({ max: sketch.length });
  fc.assert(
    fc.property(place, fc.nat({ max: 40 }), fc.constantFrom("", ...pieces), (start, length, piece) => {
      isTold(sketch.slice(0, start) + piece + sketch.slice(start + length));
    }),
    { numRuns: 2000 },
  );
});

test("a file with any value in the place of any other is told", () => {
  const values = [...sketch.matchAll(/"(?:[^"\\]|\\.)*"(?!\s*:)|\{|\[/g)].map(({ index, 0: value }) => ({
    index,
    value,
  }));
  fc.assert(
    fc.property(fc.constantFrom(...values), fc.json({ maxDepth: 2 }), ({ index, value }, other) => {
      isTold(sketch.slice(0, index) + other + sketch.slice(index + value.length));
    }),
    { numRuns: 1000 },
  );
});

test("any JSON at all is told", () => {
  fc.assert(fc.property(fc.json({ maxDepth: 3 }), isTold));
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (connections, reconcile) => {
      isTold(JSON.stringify({ connections, reconcile }));
    }),
  );
});
