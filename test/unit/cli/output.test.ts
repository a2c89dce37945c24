import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf } from "../../../src/cli/lines.ts";
import { painter, wantsColours } from "../../../src/cli/output/paint.ts";
import { counted, printable } from "../../../src/cli/output/printable.ts";
import { ProgressLine } from "../../../src/cli/output/progress-line.ts";
import { table } from "../../../src/cli/output/table.ts";
import { wrapped } from "../../../src/cli/output/wrap.ts";
import { tellWaits } from "../../../src/cli/waits.ts";
import { fakeTerminal } from "./fake-terminal.ts";

const plain = painter(false);

test("colours come on a terminal, and the environment and the flag decide over that", () => {
  const terminal = { isTTY: true };
  assert.equal(wantsColours(terminal, {}), true);
  assert.equal(wantsColours({}, {}), false);
  assert.equal(wantsColours(terminal, { NO_COLOR: "1" }), false);
  assert.equal(wantsColours(terminal, { NO_COLOR: "" }), true);
  assert.equal(wantsColours({}, { FORCE_COLOR: "1" }), true);
  assert.equal(wantsColours(terminal, { FORCE_COLOR: "0" }), false);
  assert.equal(wantsColours(terminal, { TERM: "dumb" }), false);
});

test("a plain painter adds nothing", () => {
  assert.equal(plain("bad", "x"), "x");
  assert.notEqual(painter(true)("bad", "x"), "x");
});

test("columns line up over wide and combining characters", () => {
  const lines = table(
    [{ title: "Name" }, { title: "Count", align: "right" }],
    [
      ["王小明", "1"],
      ["Zoe\u0301", "1,234"],
    ],
    plain,
  );
  assert.deepEqual(lines, ["Name    Count", "王小明      1", "Zoe\u0301     1,234"]);
});

test("a long line is broken between words under its own indent, and a short one left alone", () => {
  assert.deepEqual(wrapped("  one  two three", 9), ["  one ", "  two", "  three"]);
  assert.deepEqual(wrapped("  one  two", 10), ["  one  two"]);
  assert.deepEqual(wrapped("unbreakable", 4), ["unbreakable"]);
  assert.deepEqual(wrapped("王小明 王小明", 8), ["王小明", "王小明"]);
});

test("text from elsewhere cannot steer a terminal", () => {
  assert.equal(printable("a\u001b[2Jb\u202ec\n"), "a\\u001b[2Jb\\u202ec\\u000a");
  assert.equal(printable("Zoé 王"), "Zoé 王");
});

test("counts agree with their nouns", () => {
  assert.equal(counted(1, "change"), "1 change");
  assert.equal(counted(4312, "person", "people"), "4,312 people");
});

test("progress is one line that is cleared, and nothing where there is no terminal", () => {
  const written: string[] = [];
  const line = new ProgressLine((text) => written.push(text));
  line.show({ stage: "read", connection: "odm", done: 1200, total: 4312 });
  line.clear();
  line.clear();
  assert.equal(written.length, 2);
  assert.match(written[0] ?? "", /Reading odm … 1,200 of 4,312$/);
  assert.doesNotMatch(written.join(""), /\n/);
  assert.equal(written[1], "\r\u001b[2K");
  new ProgressLine(undefined).show({ stage: "apply", done: 1 });
});

test("a wait is told once however many requests wait, and for each connection", () => {
  const { terminal, stderr } = fakeTerminal();
  const tell = tellWaits(terminal);
  for (const connection of ["odm", "odm", "tacc", "odm"]) tell(connection, 41.2);
  assert.equal(stderr(), "odm asks to wait: going on in 42 s.\ntacc asks to wait: going on in 42 s.\n");
});

test("a question ends with an empty answer where the input ends", async () => {
  const { terminal, stderr } = fakeTerminal({ input: "", isTTY: true });
  assert.equal(await terminal.ask("Go on?"), "");
  assert.match(stderr(), /Go on\?/);
});

test("a question is answered by the line that is typed", async () => {
  const { terminal } = fakeTerminal({ input: "yes\n", isTTY: true });
  assert.equal(await terminal.ask("Go on?"), "yes");
});

test("lines keep their ends however the bytes arrive", async () => {
  const text = "a\r\nbb\n\nlast";
  for (let size = 1; size <= text.length; size++) {
    const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
      Buffer.from(text.slice(index * size, (index + 1) * size)),
    );
    const lines: string[] = [];
    for await (const batch of linesOf(from(chunks))) lines.push(...batch.map(String));
    assert.deepEqual(lines, ["a\r\n", "bb\n", "\n", "last"]);
  }
});

async function* from(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}
