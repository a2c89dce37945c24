import assert from "node:assert/strict";
import { test } from "node:test";
import { manifestTexts } from "../../tools/manifest.ts";

test("package.json contributes what src/editor/manifest declares", () => {
  const { present, wanted } = manifestTexts();
  assert.ok(present === wanted, "package.json differs. Write it anew: node test/tools/manifest.mjs");
});
