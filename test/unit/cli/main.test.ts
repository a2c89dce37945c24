import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { main } from "../../../src/cli/main.ts";
import { type FakeOptions, fakeTerminal } from "./fake-terminal.ts";

/** Runs a command line in this process. */
async function run(args: readonly string[], options?: FakeOptions) {
  const { terminal, stdout, stderr } = fakeTerminal(options);
  const code = await main(args, terminal);
  await new Promise(setImmediate);
  return { code, stdout: stdout(), stderr: stderr() };
}

test("help is data and names every command", async () => {
  const { code, stdout, stderr } = await run(["--help"]);
  assert.equal(code, 0);
  assert.equal(stderr, "");
  const commands = [
    "demo",
    "sandbox",
    "accounts",
    "explain",
    "plan",
    "apply",
    "reconcile",
    "check",
    "runs",
    "resume",
    "filter",
    "map",
    "operations",
    "call",
    "probe",
  ];
  for (const command of commands) assert.match(stdout, new RegExp(`^  ${command}\\b`, "m"));
});

const wrong: readonly [name: string, args: readonly string[], message: RegExp][] = [
  ["no command", [], /Usage: rollcall/],
  ["an unknown command", ["paln"], /Unknown command 'paln'.*\n?.*plan/],
  ["an unknown flag", ["plan", "--bogus"], /--bogus/],
  ["too many arguments", ["check", "now"], /too many arguments/i],
  ["a missing argument", ["apply"], /plan\.json/],
  ["a port that is no number", ["sandbox", "--port", "80a"], /whole number from 0 to/],
  ["a moment that is none", ["sandbox", "--at", "noon"], /baseline, now/],
  ["an invalid filter", ["filter", 'userName eq "ana'], /userName eq "ana\n {14}\^{4}\n/],
  ["a filter that cannot be evaluated", ["filter", "active gt true"], /active gt true\n/],
  [
    "an expression that is none",
    ["map", "lowr(tacc.email)"],
    /Did you mean "lower"\?\n {2}lowr\(tacc\.email\)\n {2}\^{4}\n/,
  ],
  ["an expression with a wrong argument", ["map", "slice(a.b, 0)"], /\n {13}\^\n/],
  ["a file that is not there", ["filter", "x pr", "no-such-file"], /no file no-such-file/],
  ["a plan that is not there", ["apply", "no-such-plan.json", "--yes"], /no file no-such-plan\.json/],
  [
    "a configuration that is not there",
    ["check", "--config", "no-such.jsonc"],
    /no-such\.jsonc cannot be read/,
  ],
];

for (const [name, args, message] of wrong) {
  test(`${name} is wrong usage, told on standard error alone`, async () => {
    const { code, stdout, stderr } = await run(args);
    assert.equal(code, 64);
    assert.equal(stdout, "");
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, /^\s+at /m);
  });
}

test("with --json an error is one JSON line on standard error", async () => {
  const { code, stdout, stderr } = await run(["filter", "userName eqq 1", "--json"]);
  assert.equal(code, 64);
  assert.equal(stdout, "");
  const { error } = JSON.parse(stderr);
  assert.equal(error.kind, "filter");
  assert.deepEqual(error.range, { start: 9, end: 12 });
  assert.equal(stderr.trimEnd().split("\n").length, 1);
});

test("without a configuration the way to one is told", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-"));
  t.after(() => rm(folder, { recursive: true }));
  const { code, stderr } = await run(["plan"], { folder });
  assert.equal(code, 64);
  assert.match(stderr, /--write-config/);
});

test("the nearest configuration above the folder is used", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "rollcall.jsonc"), '{ "connectoins": {} }');
  const { code, stderr } = await run(["plan"], { folder: join(folder, "a", "b") });
  assert.equal(code, 64);
  assert.ok(stderr.includes(`${join(folder, "rollcall.jsonc")}:1:3: `), stderr);
});

test("filter prints matching lines byte for byte", async () => {
  const lines = ['{"userName":"Ana"}\r\n', "\n", '{"userName":"bob"}\n', '  {"n": 1.0 , "userName" :"ANA"}'];
  const { code, stdout } = await run(["filter", 'userName eq "ana"'], { input: lines.join("") });
  assert.equal(code, 0);
  assert.equal(stdout, `${lines[0]}${lines[3]}`);
});

test("filter ends at a line that is no JSON object, and says which", async () => {
  const input = '{"x":1}\n[1]\n{"x":2}\n';
  const stopped = await run(["filter", "x pr"], { input });
  assert.equal(stopped.code, 64);
  assert.equal(stopped.stdout, '{"x":1}\n');
  assert.match(stopped.stderr, /standard input:2: /);
  const skipped = await run(["filter", "x pr", "--skip-invalid"], { input });
  assert.equal(skipped.code, 0);
  assert.equal(skipped.stdout, '{"x":1}\n{"x":2}\n');
  assert.match(skipped.stderr, /Left out 1 line/);
});

test("a byte order mark before the first line does no harm", async () => {
  const { stdout } = await run(["filter", "x eq 1"], { input: '\ufeff{"x":1}\n' });
  assert.equal(stdout, '\ufeff{"x":1}\n');
});

test("map prints what an expression gives for each person, and an empty line where that is nothing", async () => {
  const input = [
    '{"tacc":{"firstName":"Zo\u00eb","lastName":"A\\nB"}}',
    "",
    '{"tacc":{"lastName":"Li"},"okeanos":null}',
    "{}",
  ].join("\n");
  const expression = 'join(" ", ascii(tacc.firstName), tacc.lastName)';
  const { code, stdout, stderr } = await run(["map", expression], { input });
  assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: "Zoe A\\u000aB\nLi\n\n", stderr: "" });
  const json = await run(["map", expression, "-", "--json"], { input });
  assert.deepEqual(JSON.parse(json.stdout), ["Zoe A\nB", "Li", null]);
  assert.deepEqual(JSON.parse((await run(["map", expression, "--json"])).stdout), []);
});

test("map takes an attribute alone and ends at a line that is no person, saying which", async () => {
  const input = '{"tacc":{"uid":1}}\n7\n{"tacc":{"uid":2}}\n';
  const stopped = await run(["map", "tacc.uid"], { input });
  assert.equal(stopped.code, 64);
  assert.equal(stopped.stdout, "1\n");
  assert.match(stopped.stderr, /standard input:2: this line is not a JSON object/);
  const skipped = await run(["map", "tacc.uid", "--skip-invalid"], { input });
  assert.equal(skipped.stdout, "1\n2\n");
});

test("map ends where a text becomes too long, and says for whom", async () => {
  const line = (text: string) => `${JSON.stringify({ tacc: { note: text } })}\n`;
  const input = line("a") + line("x".repeat(1024));
  const { code, stdout, stderr } = await run(["map", 'concat(tacc.note, "!")'], { input });
  assert.equal(code, 64);
  assert.equal(stdout, "a!\n");
  assert.match(stderr, /standard input:2: .* more than 1,024 characters/);
});

test("with --json a wrong expression is told with its place", async () => {
  const { stderr } = await run(["map", "lowr(a.b)", "--json"]);
  const { error } = JSON.parse(stderr);
  assert.equal(error.kind, "expression");
  assert.equal(error.code, "unknownFunction");
  assert.deepEqual(error.range, { start: 0, end: 4 });
});
