import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { rollcall } from "./command.ts";

const people = `${[
  { tacc: { firstName: "Zoë", lastName: "Łoś", email: "zoe@example.org" } },
  { okeanos: { displayname: "bo@example.org" } },
  { tacc: { lastName: "Li" } },
]
  .map((person) => JSON.stringify(person))
  .join("\n")}\n`;

test("map prints what an expression gives for each person of a file, without any configuration", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "people.jsonl"), people);
  const expression = 'lower(join(".", ascii(tacc.firstName), ascii(tacc.lastName)))';
  const { code, stdout, stderr } = await rollcall(["map", expression, "people.jsonl"], { folder });
  assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: "zoe.los\n\nli\n", stderr: "" });
});

test("map reads standard input, and gives one JSON document on request", async () => {
  const expression = 'before(first(tacc.email, okeanos.displayname), "@")';
  const { code, stdout } = await rollcall(["map", expression, "--json"], { input: people });
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(stdout), ["zoe", "bo", null]);
});

test("an expression that is none ends with 64 and a caret under the place", async () => {
  const { code, stdout, stderr } = await rollcall(["map", 'join(" ", tacc.firstName tacc.lastName)']);
  assert.equal(code, 64);
  assert.equal(stdout, "");
  assert.match(stderr, /comma or a closing parenthesis is expected before this/);
  const [, text = "", carets = ""] = stderr.split("\n");
  assert.equal(text.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1), "tacc.lastName");
});
