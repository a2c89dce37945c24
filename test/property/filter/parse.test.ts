import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { coreUserSchema } from "../../../src/filter/attributes.ts";
import { compileFilter } from "../../../src/filter/compile.ts";
import { completeFilter } from "../../../src/filter/complete.ts";
import { caretUnder, FilterError } from "../../../src/filter/error.ts";
import { longestFilter, parseFilter, parseTolerant } from "../../../src/filter/parse.ts";
import { printFilter } from "../../../src/filter/print.ts";
import { anyFilter, user, userFilter } from "./arbitrary.ts";

/** Text made of the pieces of filters in any order, as half-typed and broken filters are. */
const pieces = fc.constantFrom(
  "(",
  ")",
  "[",
  "]",
  '"',
  "'",
  "“",
  "\\",
  "\n",
  "\r\n",
  "\t",
  " ",
  " ",
  " ",
  "and",
  "or",
  "not",
  "eq",
  "pr",
  "co",
  "==",
  "&&",
  "a",
  ".value",
  "emails",
  "true",
  "TRUE",
  "null",
  "12",
  "1e999",
  '"x"',
  '"\\u00',
  "urn:x:y",
  "$ref",
  "__proto__",
  "constructor",
  "\ud800",
  "\u0000",
  "é",
  ";",
); // prettier-ignore
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(pieces, { maxLength: 80 }).map((all) => all.join("")),
);
const dialect = fc.constantFrom("rfc", "entra");

describe("any text", () => {
  it("is a filter or a FilterError, and the tolerant parser says the same", () => {
    fc.assert(
      fc.property(text, dialect, (written, dialect) => {
        const tolerant = parseTolerant(written, { dialect });
        let filter: unknown;
        try {
          filter = parseFilter(written, { dialect });
        } catch (error) {
          assert(error instanceof FilterError, String(error));
          assert.deepEqual(tolerant.errors[0], error);
          return;
        }
        assert.deepEqual(tolerant.errors, []);
        assert.deepEqual(tolerant.filter, filter);
      }),
      { numRuns: 2_000 },
    );
  });

  it("has errors inside it, in order, that can be shown", () => {
    fc.assert(
      fc.property(text, (written) => {
        const { errors } = parseTolerant(written);
        for (const [i, error] of errors.entries()) {
          const { start, end } = error.range;
          assert(start >= 0 && start <= end && end <= written.length, `${start}-${end} of ${written.length}`);
          assert(start >= (errors[i - 1]?.range.start ?? 0));
          assert.match(caretUnder(written, error), /\n[ \t]*\^+$/);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("gives no part that is not a filter by itself", () => {
    fc.assert(
      fc.property(text, (written) => {
        const { filter } = parseTolerant(written);
        if (filter) assert.deepEqual(parseFilter(printFilter(filter)), filter);
      }),
      { numRuns: 1_000 },
    );
  });

  it("can be completed at any place", () => {
    fc.assert(
      fc.property(text, fc.nat(200), (written, offset) => {
        const place = Math.min(offset, written.length);
        for (const { range } of completeFilter(written, place, coreUserSchema)) {
          assert(range.start <= place && place <= range.end);
        }
      }),
    );
  });
});

describe("the work of parsing", () => {
  /** Steps for a text of so many repeats. */
  const steps = (build: (repeats: number) => string, repeats: number) => {
    const counter = { steps: 0 };
    const written = build(repeats).slice(0, longestFilter);
    parseTolerant(written, { counter });
    return { steps: counter.steps, length: written.length };
  };
  const shapes: Readonly<Record<string, (repeats: number) => string>> = {
    "an unclosed string before newlines": (n) => `a eq "${"\n".repeat(n)}`,
    "an unclosed string before spaces": (n) => `a eq "${" ".repeat(n)}`,
    "unclosed strings on every line": (n) => '"\n'.repeat(n),
    "single quotes on every line": (n) => "'\n".repeat(n),
    backslashes: (n) => `a eq "${"\\".repeat(n)}`,
    "open parentheses": (n) => "(".repeat(n),
    "closing parentheses": (n) => ")".repeat(n),
    brackets: (n) => "a[".repeat(n),
    nots: (n) => "not ".repeat(n),
    "nots with parentheses": (n) => "not (".repeat(n),
    ands: (n) => "a pr and ".repeat(n),
    "words alone": (n) => "a ".repeat(n),
    operators: (n) => "eq ".repeat(n),
    "alternatives of conjunctions": (n) => "a pr and b pr or ".repeat(n),
    "many groups": (n) => '(a eq "x") or '.repeat(n),
  };
  for (const [name, build] of Object.entries(shapes)) {
    it(`grows with the length of ${name}`, () => {
      for (const repeats of [10, 1_000, 4_000, 16_000, 64_000]) {
        const { steps: taken, length } = steps(build, repeats);
        assert(taken <= 3 * length + 10, `${taken} steps for ${length} characters`);
      }
    });
  }

  it("grows with the length of any text", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 50 }), (written, repeats) => {
        const { steps: taken, length } = steps((n) => written.repeat(n), repeats);
        assert(taken <= 3 * length + 10);
      }),
    );
  });
});

describe("a compiled filter", () => {
  it("answers for any value, without throwing", () => {
    fc.assert(
      fc.property(anyFilter, fc.oneof(user, fc.anything()), (filter, resource) => {
        let matches: (resource: unknown) => boolean;
        try {
          matches = compileFilter(filter);
        } catch (error) {
          assert(error instanceof FilterError);
          return;
        }
        assert.equal(typeof matches(resource), "boolean");
      }),
      { numRuns: 1_000 },
    );
  });

  it("says the opposite under not, and keeps De Morgan's laws", () => {
    fc.assert(
      fc.property(userFilter, userFilter, user, (one, other, resource) => {
        const holds = (filter: Parameters<typeof compileFilter>[0]) => {
          try {
            return compileFilter(filter)(resource);
          } catch {
            return undefined;
          }
        };
        const [a, b] = [holds(one), holds(other)];
        fc.pre(a !== undefined && b !== undefined);
        assert.equal(holds({ op: "not", filter: one }), !a);
        assert.equal(holds({ op: "and", filters: [one, other] }), a && b);
        assert.equal(holds({ op: "or", filters: [one, other] }), a || b);
        const negations = [one, other].map((filter) => ({ op: "not" as const, filter }));
        assert.equal(
          holds({ op: "not", filter: { op: "and", filters: [one, other] } }),
          holds({ op: "or", filters: negations }),
        );
      }),
      { numRuns: 500 },
    );
  });
});
