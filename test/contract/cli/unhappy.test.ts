import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { CommandOptions } from "./command.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";

let place: Workplace;
let written: string;
before(async () => {
  place = await openWorkplace();
  written = await readFile(join(place.folder, "rollcall.jsonc"), "utf8");
});
after(() => place.close());

/** Every way of asking for changes fails with the same message and code, and writes nothing. */
async function failsEverywhere(
  code: number,
  message: RegExp,
  options: CommandOptions & { readonly config?: string } = {},
): Promise<void> {
  const flags = options.config === undefined ? [] : ["--config", options.config];
  const commands = [["plan"], ["check"], ["reconcile", "--yes"]];
  const ends = await Promise.all(commands.map((command) => place.runWith(options, ...command, ...flags)));
  for (const ended of ends) {
    assert.equal(ended.code, code, ended.stderr);
    assert.match(ended.stderr, message);
    assert.equal(ended.stdout, "");
    assert.doesNotMatch(ended.stderr, /^\s+at /m);
  }
  const json = await place.runWith(options, "plan", "--json", ...flags);
  assert.equal(json.code, code);
  assert.equal(json.stdout, "");
  assert.match(JSON.parse(json.stderr).error.message, message);
  assert.equal(place.writes(), 0);
}

/** A configuration with another URL for one connection. */
async function withUrl(name: string, url: string): Promise<string> {
  const file = `${name}.jsonc`;
  await place.write(file, written.replace(new RegExp(`("${name}": .*"url": )"[^"]*"`), `$1"${url}"`));
  return file;
}

test("a missing token says which variable to set", () =>
  failsEverywhere(1, /odm: .*token/, { environment: { ROLLCALL_TOKEN_ODM: "" } }));

test("a wrong token says which variable to set", async () => {
  const environment = { ROLLCALL_TOKEN_ODM: "cAnArY-wrong" };
  await failsEverywhere(1, /odm: 401 /, { environment });
  const { stderr } = await place.runWith({ environment }, "plan");
  assert.match(stderr, /ROLLCALL_TOKEN_ODM/);
  assert.doesNotMatch(stderr, /cAnArY/);
});

test("a server that is not there", async () => {
  await failsEverywhere(1, /okeanos: .*127\.0\.0\.1:1\b/, {
    config: await withUrl("okeanos", "http://127.0.0.1:1"),
  });
});

test("a URL that leads elsewhere", async () => {
  const { stdout } = await place.run("accounts", "okeanos", "--json");
  assert.ok(stdout.startsWith("["));
  const astakos = /"okeanos": .*"url": "([^"]*)"/.exec(written)?.[1] ?? "";
  await failsEverywhere(1, /odm: 404 /, { config: await withUrl("odm", astakos) });
});

test("a configuration that is wrong is told with line, column and caret", async () => {
  await place.write("wrong.jsonc", written.replace('"tacc.email"', '"tacc.mail"'));
  await failsEverywhere(64, /wrong\.jsonc:\d+:\d+: "tacc" has no attribute "mail"/, {
    config: "wrong.jsonc",
  });
  const { stderr } = await place.run("plan", "--config", "wrong.jsonc");
  assert.match(stderr, /^ +\^{11}$/m);
});

test("a configuration with a secret in it is refused without showing it", async () => {
  await place.write("leak.jsonc", written.replace('{ "env": "TACC_TOKEN" }', '"cAnArY-secret"'));
  await failsEverywhere(64, /A secret must not be in this file/, { config: "leak.jsonc" });
  assert.doesNotMatch((await place.run("plan", "--config", "leak.jsonc")).stderr, /cAnArY/);
});

test("a plan over its limits is shown, refused and never written", async () => {
  await place.write("tight.jsonc", written.replace('"limits": {}', '"limits": { "update": 0, "create": 0 }'));
  const flags = ["--config", "tight.jsonc"];
  const planned = await place.run("plan", "--out", "tight.json", ...flags);
  assert.equal(planned.code, 2);
  assert.match(planned.stdout, /Blocked/);
  for (const command of [["apply", "tight.json", "--yes"], ["reconcile", "--yes"], ["check"]]) {
    const { code } = await place.run(...command, ...flags);
    assert.equal(code, 2, command.join(" "));
  }
  assert.equal(place.writes(), 0);
});

test("without a reconcile section accounts can be listed and nothing can be planned", async () => {
  await place.write("browse.jsonc", written.replace(/"reconcile": .*$/s, "}"));
  const listed = await place.run("accounts", "odm", "--config", "browse.jsonc");
  assert.equal(listed.code, 0, listed.stderr);
  await failsEverywhere(64, /no "reconcile" section/, { config: "browse.jsonc" });
});

/* From here on the tokens of Agave stay expired. */
test("an expired token of a source says so, and names the variable that the configuration chose", async () => {
  place.setFaults([{ kind: "expiredTokens" }]);
  await failsEverywhere(1, /tacc: 401 .*expired/);
  assert.match((await place.run("plan")).stderr, /TACC_TOKEN/);
});
