import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseConfiguration } from "../../../src/config/load.ts";
import { printExpression } from "../../../src/identity/mapping/print.ts";
import { sketch, sketchWith } from "./sketch.ts";

const file = "/somewhere/rollcall.jsonc";
const from = '"from": ["tacc.fullName", "okeanos.displayname"]';
const match = '{ "target": "externalId",   "source": "okeanos.uuid" }';
const protect = '"protect": "userName sw \\"svc-\\""';

/** The code, the marked text and the message of every problem of a text. */
function problemsOf(text: string): readonly (readonly [code: string, marked: string, message: string])[] {
  return parseConfiguration(text, file).problems.map(
    ({ code, offset, length, message }) => [code, text.slice(offset, offset + length), message] as const,
  );
}

function policyOf(text: string) {
  const { configuration, problems } = parseConfiguration(text, file);
  assert.deepEqual(problems, []);
  return configuration?.policy ?? assert.fail();
}

/** Each row: a replacement in the sketch, and the problem that it makes. */
function expectProblems(
  rows: readonly (readonly [
    name: string,
    from: string,
    to: string,
    code: string,
    marked: string,
    message: RegExp,
  ])[],
): void {
  for (const [name, part, replacement, code, marked, message] of rows)
    test(name, () => {
      const problems = problemsOf(sketchWith(part, replacement));
      assert.equal(problems.length, 1, JSON.stringify(problems));
      assert.equal(problems[0]?.[0], code);
      assert.equal(problems[0]?.[1], marked);
      assert.match(problems[0]?.[2] ?? "", message);
    });
}

describe("expressions in set rules", () => {
  test("stand alone or in a list with attributes", () => {
    const expression =
      '"from": ["join(\\" \\",tacc.firstName,tacc.lastName)", "okeanos.displayname", "\\"?\\""]';
    const [, rule] = policyOf(sketchWith(from, expression)).set;
    assert.deepEqual(rule?.from.map(printExpression), [
      'join(" ", tacc.firstName, tacc.lastName)',
      "okeanos.displayname",
      '"?"',
    ]);
    const [, single] = policyOf(sketchWith(from, '"from": "lower(tacc.email)"')).set;
    assert.deepEqual(single?.from.map(printExpression), ["lower(tacc.email)"]);
  });

  expectProblems([
    [
      "an unknown function",
      from,
      '"from": "lowr(tacc.email)"',
      "expression",
      "lowr",
      /Did you mean "lower"\?/,
    ],
    [
      "an unknown attribute behind escapes",
      from,
      '"from": "join(\\"\\u0020\\", tacc.email, tacc.fulName)"',
      "unknownAttribute",
      "tacc.fulName",
      /"tacc" has no attribute "fulName"\. Did you mean "fullName"\?/,
    ],
    [
      "an unknown source",
      from,
      '"from": "lower(tac.email)"',
      "unknownConnection",
      "tac.email",
      /"tac" is not one of the sources\. Did you mean "tacc"\?/,
    ],
    [
      "the target is no source",
      from,
      '"from": "lower(odm.userName)"',
      "unknownConnection",
      "odm.userName",
      /not one of the sources/,
    ],
    ["an unclosed text", from, '"from": "lower(\\"x)"', "expression", '\\"x)', /no closing quote/],
    [
      "too few arguments, in a list",
      from,
      '"from": ["tacc.email", "slice(tacc.email)"]',
      "expression",
      ")",
      /slice\(value, start/,
    ],
    [
      "neither attribute nor expression",
      from,
      '"from": "email"',
      "invalid",
      '"email"',
      /connection\.attribute.*or be an expression/,
    ],
  ]);

  test("all that is wrong is told", () => {
    const told = problemsOf(sketchWith(from, '"from": "join(tacc.a, lowr(tacc.email), tacc.fulName)"'));
    assert.deepEqual(
      told.map(([, marked]) => marked),
      ["tacc.a", "tacc.a", "lowr", "tacc.fulName"],
    );
  });
});

describe("examples of set rules", () => {
  const withExamples = (examples: string, rule = '"from": "lower(tacc.fullName)"') =>
    sketchWith(from, `${rule}, "examples": [${examples}]`);

  test("are tried, with the rule's condition, and are no part of the policy", () => {
    const text = withExamples(`
      { "person": { "tacc": { "fullName": "ANA" } }, "gives": "ana" },
      { "person": { "tacc": { "fullName": "" } }, "gives": null },
      { "person": { "okeanos": { "displayname": "x" } }, "gives": null }`);
    assert.deepEqual(policyOf(text), policyOf(sketchWith(from, '"from": "lower(tacc.fullName)"')));
  });

  test("one that does not hold is marked at what it should give", () => {
    const person = '"person": { "tacc": { "fullName": "ANA" } }';
    assert.deepEqual(
      problemsOf(withExamples(`{ ${person}, "gives": "Ana" }, { ${person}, "gives": null }`)),
      [
        ["example", '"Ana"', 'The rule gives "ana" for this person, not "Ana".'],
        ["example", "null", 'The rule gives "ana" for this person, not no value.'],
      ],
    );
    const unmet = '{ "person": { "okeanos": { "displayname": "x" } }, "gives": "x" }';
    assert.deepEqual(problemsOf(withExamples(unmet, from)), [
      ["example", '"x"', 'The rule gives no value for this person, not "x".'],
    ]);
  });

  test("a connection that takes no part is marked", () => {
    const [problem] = problemsOf(withExamples('{ "person": { "tac": { "fullName": "A" } }, "gives": "a" }'));
    assert.deepEqual(problem?.slice(0, 2), ["unknownConnection", '"tac"']);
  });

  test("are not tried where the rule itself is wrong", () => {
    const example = '{ "person": { "tacc": { "fullName": "A" } }, "gives": "x" }';
    const problems = problemsOf(withExamples(example, '"from": "lowr(tacc.fullName)"'));
    assert.deepEqual(
      problems.map(([code]) => code),
      ["expression"],
    );
  });

  test("need a person and what it gives", () => {
    assert.equal(problemsOf(withExamples('{ "person": {} }'))[0]?.[0], "missing");
    assert.equal(problemsOf(withExamples('{ "person": { "tacc": 1 }, "gives": "" }'))[0]?.[0], "invalid");
  });
});

describe("match rules of several attributes", () => {
  const pairs =
    '{ "target": "userName", "source": "tacc.username" }, { "target": "displayName", "source": "tacc.fullName" }';

  test("are read with all their pairs", () => {
    assert.deepEqual(policyOf(sketchWith(match, `{ "all": [${pairs}] }`)).match[0], {
      all: [
        { target: "userName", source: { connection: "tacc", path: "username" } },
        { target: "displayName", source: { connection: "tacc", path: "fullName" } },
      ],
    });
  });

  expectProblems([
    [
      "one pair is too few",
      match,
      '{ "all": [{ "target": "userName", "source": "tacc.username" }] }',
      "invalid",
      '[{ "target": "userName", "source": "tacc.username" }]',
      /at least two/,
    ],
    [
      "pairs of two sources",
      match,
      '{ "all": [{ "target": "userName", "source": "tacc.username" }, { "target": "externalId", "source": "okeanos.uuid" }] }',
      "invalid",
      '"okeanos.uuid"',
      /same connection, and the first is of "tacc"/,
    ],
    [
      "an unknown attribute in a pair",
      match,
      `{ "all": [${pairs.replace("fullName", "fulName")}] }`,
      "unknownAttribute",
      '"tacc.fulName"',
      /Did you mean "fullName"\?/,
    ],
    [
      "an unknown target in a pair",
      match,
      `{ "all": [${pairs.replace("displayName", "displayNam")}] }`,
      "unknownAttribute",
      '"displayNam"',
      /Did you mean "displayName"\?/,
    ],
    [
      "a property of the other kind",
      match,
      `{ "all": [${pairs}], "target": "userName" }`,
      "unknownProperty",
      '"target"',
      /not a property/,
    ],
    ["a missing source", match, '{ "target": "externalId" }', "missing", "{", /"source" is missing/],
  ]);
});

describe("protect", () => {
  test("a filter in an object means the same as the filter alone", () => {
    const { protect: alone } = policyOf(sketch);
    const policy = policyOf(
      sketchWith(protect, '"protect": { "filter": "userName sw \\"svc-\\"", "ids": ["7"] }'),
    );
    assert.deepEqual(policy.protect, alone);
    assert.deepEqual(policy.protectNamed, { ids: ["7"], userNames: [] });
    assert.equal(policyOf(sketch).protectNamed, undefined);
  });

  expectProblems([
    ["nobody named", protect, '"protect": {}', "invalid", "{}", /"protect" must name somebody/],
    [
      "lists that are empty",
      protect,
      '"protect": { "ids": [] }',
      "invalid",
      '{ "ids": [] }',
      /"protect" must name somebody/,
    ],
    ["an empty name", protect, '"protect": { "userNames": [""] }', "invalid", '""', /must not be empty/],
    [
      "a wrong filter",
      protect,
      '"protect": { "filter": "usrName pr" }',
      "filter",
      "usrName",
      /no attribute "usrName"/,
    ],
    [
      "a misspelt property",
      protect,
      '"protect": { "userName": ["a"] }',
      "unknownProperty",
      '"userName"',
      /Did you mean "userNames"\?/,
    ],
    ["no list", protect, '"protect": { "ids": "7" }', "invalid", '"7"', /must be a list, not a string/],
    ["neither filter nor object", protect, '"protect": 7', "invalid", "7", /must be an object/],
  ]);
});
