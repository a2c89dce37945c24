import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { referenceFolder, referencePages } from "../../tools/reference.ts";

const howTo = "Write the pages anew: node test/tools/reference.mjs";

for (const [name, text] of referencePages()) {
  test(`the reference page ${name} is up to date`, async () => {
    const written = await readFile(join(referenceFolder, name), "utf8").catch(() => "");
    assert.ok(written.replaceAll("\r\n", "\n") === text, `${name} differs from the tables. ${howTo}`);
  });
}

test("there are no other reference pages", async () => {
  assert.deepEqual((await readdir(referenceFolder)).sort(), [...referencePages().keys()].sort());
});
