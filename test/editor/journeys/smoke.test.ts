import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { withPage } from "../../tools/journey.ts";

test("a person opens a folder in VS Code and runs a command from the palette", async () => {
  await withPage(
    { prepare: (workspace) => writeFileSync(join(workspace, "roll.md"), "# Roll\n") },
    async (workbench) => {
      await workbench.openContainer(/^Explorer/);
      await workbench.item("roll.md").dblclick();
      await workbench.see("# Roll");
      await workbench.command("Help: About");
      const about = await workbench.dialog();
      assert.match((await about.textContent()) ?? "", /1\.\d+\.\d+/);
      await workbench.page.keyboard.press("Escape");
      await workbench.screenshot("smoke-light");
      await workbench.theme("dark");
      await workbench.screenshot("smoke-dark");
    },
  );
});
