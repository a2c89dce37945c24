import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { allowedWrite } from "../../../src/cli/operation/consent.ts";
import { requireOutput, writeAnswer } from "../../../src/cli/operation/output.ts";
import { allOperations } from "../../../src/platforms/operations.ts";
import { fakeTerminal } from "./fake-terminal.ts";

const { signal } = new AbortController();

function row(name: string) {
  const found = allOperations().find(({ operation }) => operation.name === name);
  assert.ok(found);
  return found.operation;
}

async function folderOf(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-output-"));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

async function* pieces(...texts: readonly string[]) {
  for (const text of texts) yield Buffer.from(text);
}

test("bytes go to no terminal unless they are asked for there", async (t) => {
  const folder = await folderOf(t);
  const download = row("files.download");
  const onTerminal = fakeTerminal({ isTTY: true, folder }).terminal;
  await assert.rejects(requireOutput(download, {}, onTerminal), {
    name: "UsageError",
    message: /--output FILE/,
  });
  await requireOutput(download, { output: "-" }, onTerminal);
  await requireOutput(download, { output: "x.bin" }, onTerminal);
  await requireOutput(download, {}, fakeTerminal().terminal);
  await requireOutput(row("files.list"), {}, onTerminal);
  await assert.rejects(requireOutput(download, { output: "." }, onTerminal), /is a folder/);
  await assert.rejects(requireOutput(download, { output: join("no", "x") }, onTerminal), /no such folder/);
});

test("a download is written to a pipe byte for byte", async () => {
  const { terminal, stdout, stderr } = fakeTerminal();
  await writeAnswer({ content: pieces("a\u001b[2J", "b\n") }, row("files.download"), {}, terminal, signal);
  assert.deepEqual([stdout(), stderr()], ["a\u001b[2Jb\n", ""]);
});

test("text that could steer a terminal is shown and not obeyed there", async () => {
  const { terminal, stdout } = fakeTerminal({ isTTY: true });
  await writeAnswer("a\u001b[2J\nb\n", row("files.download"), {}, terminal, signal);
  assert.equal(stdout(), "a\\u001b[2J\nb\n");
});

test("a file is there whole or not at all", async (t) => {
  const folder = await folderOf(t);
  const { terminal } = fakeTerminal({ folder });
  const operation = row("files.download");
  await writeAnswer({ content: pieces("whole") }, operation, { output: "x" }, terminal, signal);
  assert.equal(await readFile(join(folder, "x"), "utf8"), "whole");
  const broken = async function* () {
    yield* pieces("half");
    throw new Error("the line is dead");
  };
  await assert.rejects(
    writeAnswer({ content: broken() }, operation, { output: "y" }, terminal, signal),
    /dead/,
  );
  assert.deepEqual(await readdir(folder), ["x"]);
});

test("a file is replaced, and a folder is not", async (t) => {
  const folder = await folderOf(t);
  const { terminal } = fakeTerminal({ folder });
  const write = (text: string, output: string) =>
    writeAnswer({ content: pieces(text) }, row("files.download"), { output }, terminal, signal);
  await write("first", "x");
  await write("second", "x");
  assert.equal(await readFile(join(folder, "x"), "utf8"), "second");
  await assert.rejects(write("third", "."), { name: "FileProblem", message: /is a folder/ });
  assert.deepEqual(await readdir(folder), ["x"]);
});

test("JSON goes into a file as it is printed", async (t) => {
  const folder = await folderOf(t);
  const { terminal, stdout } = fakeTerminal({ folder });
  await writeAnswer([{ a: 1 }], row("files.list"), { output: "list.json" }, terminal, signal);
  await writeAnswer([{ a: 1 }], row("files.list"), {}, terminal, signal);
  assert.equal(await readFile(join(folder, "list.json"), "utf8"), stdout());
});

for (const [typed, allowed] of [
  ["clinic", true],
  ["yes", false],
  ["", false],
] as const) {
  test(`a write to production ${allowed ? "goes" : "does not go"} on for "${typed}"`, async () => {
    const { terminal, stderr } = fakeTerminal({ isTTY: true, input: `${typed}\n` });
    const intent = { connection: "clinic", url: "https://odm.example.org", operation: row("delete_user") };
    assert.equal(await allowedWrite(intent, terminal, signal), allowed);
    assert.match(stderr(), /delete_user to clinic at https:\/\/odm\.example\.org/);
    assert.equal(/Nothing was sent/.test(stderr()), !allowed);
  });
}
