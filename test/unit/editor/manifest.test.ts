import assert from "node:assert/strict";
import { test } from "node:test";
import { commands } from "../../../src/editor/commands/table.ts";
import { commandDeclarations } from "../../../src/editor/manifest/commands.ts";
import { manifestTexts } from "../../tools/manifest.ts";

test("package.json contributes what src/editor/manifest declares", () => {
  const { present, wanted } = manifestTexts();
  assert.ok(present === wanted, "package.json differs. Write it anew: node test/tools/manifest.mjs");
});

test("every declared command does something, and everything that can be done is declared", () => {
  const declared = commandDeclarations.map(({ name }) => `rollcall.${name}`);
  assert.deepEqual(Object.keys(commands).toSorted(), declared.toSorted());
});
