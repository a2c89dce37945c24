import assert from "node:assert/strict";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { parseConfiguration } from "../../../src/config/load.ts";
import { firstLine, rollcall, script, start } from "./command.ts";

/** Makes the command believe that this Node has no SQLite, so that it looks for the project's own. */
const withoutSqlite = ["--no-experimental-sqlite"];
const onWindows = process.platform === "win32";

async function temporaryFolder(t: { after: (work: () => Promise<void>) => void }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-cli-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test("the demo ends in step and in agreement, and prints one object of exactly these numbers", async () => {
  const { code, stdout, stderr } = await rollcall(["demo", "--json", "--users", "60", "--seed", "7"]);
  assert.equal(code, 0, stderr);
  const summary = JSON.parse(stdout);
  assert.deepEqual(Object.keys(summary), [
    "people",
    "plan",
    "applied",
    "after",
    "truth",
    "disputes",
    "withheld",
  ]);
  assert.deepEqual(Object.keys(summary.plan), ["id", "changes"]);
  assert.deepEqual(Object.keys(summary.plan.changes), ["create", "reactivate", "update", "deactivate"]);
  const planned = Object.values<number>(summary.plan.changes).reduce((sum, count) => sum + count, 0);
  assert.deepEqual(summary.applied, { succeeded: planned, failed: 0, skipped: 0 });
  assert.deepEqual(summary.after, { changes: 0 });
  assert.equal(summary.truth.disagree, 0);
  assert.ok(summary.truth.agree > 0 && summary.disputes > 0);
});

test("the demo tells people each kind of change with before, after and reason", async () => {
  const { code, stdout, stderr } = await rollcall(["demo", "--users", "60"]);
  assert.equal(code, 0, stderr);
  for (const words of ["create", "reactivate", "update", "deactivate", "dispute", "Nothing differs.", " → "])
    assert.ok(stdout.includes(words), words);
});

test("the sandbox tells its endpoints in its first line, writes a configuration, and ends when asked", async (t) => {
  const folder = await temporaryFolder(t);
  const child = start(["sandbox", "--json", "--users", "30", "--write-config", "rollcall.jsonc"], { folder });
  t.after(() => child.kill("SIGKILL"));
  const endpoints = JSON.parse(await firstLine(child));
  assert.deepEqual(Object.keys(endpoints).slice(0, 3), ["odm", "astakos", "agave"]);
  assert.equal((await fetch(`${endpoints.control.url}/log`)).status, 200);
  const text = await readFile(join(folder, "rollcall.jsonc"), "utf8");
  assert.deepEqual(parseConfiguration(text, "rollcall.jsonc").problems, []);
  const refused = await rollcall(["sandbox", "--write-config", "rollcall.jsonc"], { folder });
  assert.equal(refused.code, 64);
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  if (!onWindows) assert.equal(code, 0);
});

test("faults of no known name are wrong input that lists the names", async () => {
  const { code, stderr } = await rollcall(["sandbox", "--faults", "gremlins"]);
  assert.equal(code, 64);
  assert.match(stderr, /gremlins.*rateLimit/);
});

test("under a Node without SQLite the project's own runs instead, with the same exit codes", async () => {
  const found = await rollcall(["filter", "x eq 1"], {
    nodeFlags: withoutSqlite,
    input: '{"x":1}\n{"x":2}\n',
  });
  assert.deepEqual(found, { code: 0, stdout: '{"x":1}\n', stderr: "" });
  const wrong = await rollcall(["filter", "x eq"], { nodeFlags: withoutSqlite });
  assert.equal(wrong.code, 64);
});

test("a signal is passed on to what runs under the project's Node, and so is the way it ends", async (t) => {
  const child = start(["sandbox", "--json", "--users", "30"], { nodeFlags: withoutSqlite });
  t.after(() => child.kill("SIGKILL"));
  await firstLine(child);
  child.kill("SIGTERM");
  const [code, signal] = await once(child, "exit");
  assert.deepEqual([code, signal], onWindows ? [null, "SIGTERM"] : [0, null]);
});

test("where there is no such Node a sentence says what to install", async (t) => {
  const folder = await temporaryFolder(t);
  await cp(dirname(script), join(folder, "dist"), { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  const elsewhere = join(folder, "dist", "cli.js");
  const { code, stdout, stderr } = await rollcall(["runs"], { nodeFlags: withoutSqlite, script: elsewhere });
  assert.equal(code, 1);
  assert.equal(stdout, "");
  assert.match(stderr, /^Rollcall needs Node 22\.13 or later.*\n$/);
});

test("what runs under the project's Node ends with the process that it runs for, however that ends", async (t) => {
  const child = start(["sandbox", "--json", "--users", "30"], { nodeFlags: withoutSqlite });
  t.after(() => child.kill("SIGKILL"));
  const { control } = JSON.parse(await firstLine(child));
  assert.equal((await fetch(`${control.url}/log`)).status, 200);
  child.kill("SIGKILL");
  for (let gone = false; !gone; )
    gone = await fetch(`${control.url}/log`)
      .then(() => false)
      .catch(() => true);
});

test("a reader that has had enough ends the command quietly", async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, "many.jsonl"), '{"x":1}\n'.repeat(300_000));
  const child = start(["filter", "x eq 1", "many.jsonl"], { folder });
  let talk = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    talk += chunk;
  });
  assert.equal(await firstLine(child), '{"x":1}');
  child.stdout?.destroy();
  const [code] = await once(child, "close");
  assert.equal(code, 0);
  assert.equal(talk, "");
});

test("a filter over bytes that are no UTF-8 gives them back as they came", async (t) => {
  const folder = await temporaryFolder(t);
  const line = Buffer.concat([Buffer.from('{"x":1,"y":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}\r\n')]);
  await writeFile(join(folder, "odd.jsonl"), line);
  const child = start(["filter", "x eq 1", "odd.jsonl"], { folder });
  const chunks: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(child, "close");
  assert.deepEqual(Buffer.concat(chunks), line);
});
