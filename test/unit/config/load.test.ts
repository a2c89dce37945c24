import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { loadConfiguration, parseConfiguration } from "../../../src/config/load.ts";
import { ConfigurationError } from "../../../src/config/problem.ts";
import { sketch, sketchWith } from "./sketch.ts";

const file = "/somewhere/rollcall.jsonc";

/** The marked text, and the message, of every problem of a text. */
function problemsOf(text: string): { code: string; marked: string; message: string }[] {
  return parseConfiguration(text, file).problems.map(({ code, offset, length, message }) => ({
    code,
    marked: text.slice(offset, offset + length),
    message,
  }));
}

function onlyProblem(text: string) {
  const problems = problemsOf(text);
  assert.equal(problems.length, 1, JSON.stringify(problems, null, 2));
  return problems[0] ?? assert.fail();
}

test("a file with every kind of rule is read", () => {
  const { configuration, problems } = parseConfiguration(sketch, file);
  assert.deepEqual(problems, []);
  assert.equal(configuration?.file, file);
  assert.deepEqual(configuration?.connections.okeanos, {
    name: "okeanos",
    platform: "astakos",
    url: "https://accounts.example.org",
    account: "service",
  });
  const policy = configuration?.policy;
  assert.deepEqual(policy?.sources, ["okeanos", "tacc"]);
  assert.deepEqual(policy?.match[1], {
    target: "emails.value",
    source: { connection: "tacc", path: "email" },
  });
  assert.deepEqual(policy?.set[0], {
    attribute: "externalId",
    from: [{ connection: "okeanos", path: "uuid" }],
    on: "always",
  });
  assert.equal(policy?.set[1]?.on, "create");
  assert.equal(policy?.set[1]?.from.length, 2);
  assert.equal(policy?.set[1]?.when?.op, "pr");
  assert.deepEqual(policy?.limits, { deactivate: { percent: 5 }, create: { count: 100 } });
  assert.deepEqual(policy?.grace, { runs: 2 });
});

test("what rules do about drift, and limits that hold for some users, are read", () => {
  const text = sketchWith('"from": "okeanos.uuid" }', '"from": "okeanos.uuid", "drift": "keep" }').replace(
    '"create": 100 }',
    `"scoped": [
      { "filter": "userName sw \\"s-\\"", "name": "Staff", "deactivate": "1%", "create": 3 },
      { "filter": "active eq true", "update": 5 },
    ] }`,
  );
  const { configuration, problems } = parseConfiguration(text, file);
  assert.deepEqual(problems, []);
  const policy = configuration?.policy;
  assert.deepEqual(
    policy?.set.map(({ drift }) => drift),
    ["keep", undefined],
  );
  assert.deepEqual(
    policy?.scopedLimits?.map(({ name, filter, limits }) => [name, filter.op, limits]),
    [
      ["Staff", "sw", { create: { count: 3 }, deactivate: { percent: 1 } }],
      ["active eq true", "eq", { update: { count: 5 } }],
    ],
  );
});

test("what the file does not say about situations has the default, and that never deactivates", () => {
  const { configuration } = parseConfiguration(sketchWith('"situations"', '// "situations"'), file);
  assert.equal(configuration?.policy?.situations.sourceMissing, "report");
  assert.equal(configuration?.policy?.situations.unassigned, "report");
  assert.equal(configuration?.policy?.situations.absent, "create");
});

test("without a reconcile section there is no policy", () => {
  const { configuration } = parseConfiguration('{ "connections": {} }', file);
  assert.equal(configuration?.policy, undefined);
});

test("a connection is found only where it was configured", () => {
  const { configuration } = parseConfiguration(sketch, file);
  assert.equal(configuration?.connections.toString, undefined);
  assert.equal(configuration?.connections.constructor, undefined);
});

test("grace can be in days", () => {
  const { configuration } = parseConfiguration(sketchWith('"2 runs"', '"1 day"'), file);
  assert.deepEqual(configuration?.policy?.grace, { days: 1 });
});

const cases: readonly [
  name: string,
  from: string,
  to: string,
  code: string,
  marked: string,
  message: RegExp,
][] = [
  [
    "an unclosed string",
    '"odm",\n    "sources"',
    '"odm,\n    "sources"',
    "syntax",
    "",
    /not closed|expected/,
  ],
  ["an unknown property", '"scope"', '"scop"', "unknownProperty", '"scop"', /Did you mean "scope"\?/],
  [
    "a property of another platform",
    '"project"',
    '"account"',
    "unknownProperty",
    '"account"',
    /"account" is not/,
  ],
  [
    "an unknown platform",
    '"platform": "odm"',
    '"platform": "odn"',
    "invalid",
    '"odn"',
    /Did you mean "odm"\?/,
  ],
  ["a property given twice", '"grace"', '"target": "odm", "grace"', "duplicate", '"target"', /given twice/],
  ["a name of an object's own", '"models"', '"constructor"', "invalid", '"constructor"', /cannot be a name/],
  ["a missing property", '"target": "odm",', "", "missing", '"reconcile"', /"target" is missing/],
  ["a bad connection name", '"models"', '"my models"', "invalid", '"my models"', /start with a letter/],
  ["a relative URL", "https://odm.example.org", "odm.example.org", "url", '"odm.example.org"', /absolute/],
  ["a URL of another protocol", "https://odm", "ftp://odm", "url", '"ftp://odm.example.org"', /http/],
  [
    "a URL with a query",
    "odm.example.org",
    "odm.example.org/?a=b",
    "url",
    '"https://odm.example.org/?a=b"',
    /query/,
  ],
  ["a page size of nothing", '"account": "service"', '"pageSize": 0', "invalid", "0", /at least 1/],
  ["a fraction", '"account": "service"', '"concurrency": 1.5', "invalid", "1.5", /whole number/],
  [
    "an unknown target",
    '"target": "odm"',
    '"target": "odn"',
    "unknownConnection",
    '"odn"',
    /Did you mean "odm"\?/,
  ],
  [
    "a source without accounts",
    '["okeanos", "tacc"]',
    '["okeanos", "tacc", "osparc"]',
    "notADirectory",
    '"osparc"',
    /holds no accounts/,
  ],
  [
    "the target as source",
    '["okeanos", "tacc"]',
    '["okeanos", "tacc", "odm"]',
    "invalid",
    '"odm"',
    /its own source/,
  ],
  [
    "a source twice",
    '["okeanos", "tacc"]',
    '["okeanos", "tacc", "tacc"]',
    "duplicate",
    '"tacc"',
    /listed twice/,
  ],
  [
    "a rule over another connection",
    '"tacc.email"',
    '"models.email"',
    "unknownConnection",
    '"models.email"',
    /not one of the sources/,
  ],
  [
    "an unknown source attribute",
    '"tacc.email"',
    '"tacc.emails"',
    "unknownAttribute",
    '"tacc.emails"',
    /Did you mean "email"\?/,
  ],
  [
    "a source attribute in other letters",
    '"okeanos.uuid" }',
    '"okeanos.UUID" }',
    "unknownAttribute",
    '"okeanos.UUID"',
    /Did you mean "uuid"\?/,
  ],
  ["a rule without a dot", '"tacc.email"', '"email"', "invalid", '"email"', /connection\.attribute/],
  [
    "an unknown target attribute",
    '"target": "externalId"',
    '"target": "externalID"',
    "unknownAttribute",
    '"externalID"',
    /Did you mean "externalId"\?/,
  ],
  [
    "setting active",
    '"attribute": "displayName"',
    '"attribute": "active"',
    "unknownAttribute",
    '"active"',
    /situations/,
  ],
  [
    "setting e-mails",
    '"attribute": "displayName"',
    '"attribute": "emails"',
    "unknownAttribute",
    '"emails"',
    /not editable/,
  ],
  [
    "an impossible action",
    '"absent": "create"',
    '"absent": "deactivate"',
    "invalid",
    '"deactivate"',
    /one of create, report, ignore/,
  ],
  [
    "deciding a dispute by rule",
    '"absent": "create"',
    '"ambiguous": "update"',
    "invalid",
    '"update"',
    /report/,
  ],
  ["a limit over everything", '"5%"', '"101%"', "invalid", '"101%"', /from "0%" to "100%"/],
  ["a limit in words", '"5%"', '"few"', "invalid", '"few"', /share/],
  ["a limit of the wrong type", '"5%"', "true", "invalid", "true", /share of the target's accounts/],
  ["grace in weeks", '"2 runs"', '"2 weeks"', "invalid", '"2 weeks"', /"2 runs" or "7 days"/],
  [
    "no match rules",
    /* the list's content is cut below */ "",
    "",
    "invalid",
    "[]",
    /nobody could be recognised/,
  ],
  [
    "an unknown attribute in scope",
    "value ew",
    "valeu ew",
    "filter",
    "valeu",
    /no attribute "emails\.valeu"/,
  ],
  [
    "an unknown drift policy",
    '"from": "okeanos.uuid" }',
    '"from": "okeanos.uuid", "drift": "ignore" }',
    "invalid",
    '"ignore"',
    /revert/,
  ],
  [
    "a broken filter of limits for some users",
    '"create": 100',
    '"scoped": [{ "filter": "userNam sw \\"s-\\"", "create": 1 }]',
    "filter",
    "userNam",
    /no attribute "userNam"/,
  ],
  [
    "limits for some users that limit nothing",
    '"create": 100',
    '"scoped": [{ "filter": "active eq true" }]',
    "missing",
    '{ "filter": "active eq true" }',
    /limit nothing\. Add one of create, reactivate, update, deactivate/,
  ],
  [
    "a limit for some users on what is not done to users",
    '"create": 100',
    '"scoped": [{ "filter": "active eq true", "revoke": 1 }]',
    "unknownProperty",
    '"revoke"',
    /not a property that is known here/,
  ],
  [
    "a broken filter after escapes",
    'userName sw \\"svc-\\"',
    'userName \\u0073w \\"svc-\\" nad x pr',
    "filter",
    "nad",
    /and/,
  ],
  [
    "an unknown connection in a person filter",
    "tacc.fullName pr",
    "tac.fullName pr",
    "filter",
    "tac.fullName",
    /Did you mean "tacc"\?/,
  ],
  [
    "an unknown attribute in a person filter",
    "tacc.fullName pr",
    "tacc.fulName pr",
    "filter",
    "tacc.fulName",
    /Did you mean "fullName"\?/,
  ],
];

for (const [name, from, to, code, marked, message] of cases) {
  test(`${name} is told with its place`, () => {
    const text = from === "" ? sketch.replace(/"match": \[[^\]]*\]/, '"match": []') : sketchWith(from, to);
    const problem = problemsOf(text)[0] ?? assert.fail("no problem was found");
    assert.equal(problem.code, code);
    if (marked !== "") assert.equal(problem.marked, marked);
    assert.match(problem.message, message);
  });
}

test("two connections that would share an environment variable are refused", () => {
  const problem = onlyProblem(sketchWith('"models"', '"TACC"'));
  assert.match(problem.message, /ROLLCALL_TOKEN_TACC/);
});

test("every problem is told, in the order of the file", () => {
  const text = sketchWith('"grace": "2 runs"', '"grace": 2')
    .replace('"scope"', '"scop"')
    .replace('"odm",\n', '"odm",\n"zz": 1,\n');
  assert.deepEqual(
    problemsOf(text).map(({ marked }) => marked),
    ['"zz"', '"scop"', "2"],
  );
});

test("comments and trailing commas are fine, and an empty file is not", () => {
  assert.equal(onlyProblem("").code, "syntax");
  assert.equal(onlyProblem("  \n").code, "syntax");
});

test("a byte order mark does not shift places", () => {
  assert.equal(onlyProblem(`\ufeff${sketchWith('"grace"', '"gracs"')}`).marked, '"gracs"');
});

test("columns count in a CRLF file and over characters outside the basic plane", () => {
  const text = '{\r\n  /* 🙂 */ "connectoins": {},\r\n  "connections": {}\r\n}\r\n';
  const [problem] = parseConfiguration(text, file).problems;
  assert.equal(problem?.line, 2);
  assert.equal(problem?.column, 12);
});

test("a missing file says where it was looked for", async () => {
  await assert.rejects(loadConfiguration(join(tmpdir(), "no-such-rollcall.jsonc")), (error) => {
    assert.ok(error instanceof ConfigurationError);
    assert.match(error.message, /no-such-rollcall\.jsonc cannot be read\. There is no such file\./);
    return true;
  });
});

test("the error of a broken file shows file, line, column and a caret under the place", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-"));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, "rollcall.jsonc");
  await writeFile(path, '{ "connections": {},\n  "名前": 1, "reconcil": {} }');
  await assert.rejects(loadConfiguration(path), (error) => {
    assert.ok(error instanceof ConfigurationError);
    const lines = error.message.split("\n");
    assert.ok(lines[0]?.startsWith(`${path}:2:3: `));
    assert.equal(lines[2], "    ^^^^^^");
    assert.ok(lines[3]?.startsWith(`${path}:2:12: `));
    assert.equal(lines[5], `${" ".repeat(15)}${"^".repeat(10)}`);
    return true;
  });
});
