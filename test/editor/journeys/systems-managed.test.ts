import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "../../tools/journey.ts";
import { save, tab, typeOver } from "./support/editing.ts";
import { items, startSandboxIn } from "./support/views.ts";

test("a person clones a system, edits the copy, and deletes two after one question", async () => {
  await withPage({ settings: { "files.autoSave": "off" } }, async (workbench) => {
    const item = (label: string | RegExp) => items(workbench, "Systems", label);
    await startSandboxIn(workbench, "Systems");
    await item(/^Imaging data, /).waitFor();

    for (const copy of ["imaging.first", "imaging.second"]) {
      await workbench.contextMenu(/imaging\.storage/, "Clone System…", "Systems");
      await workbench.answer(copy);
      const question = await workbench.dialog();
      assert.match((await question.textContent()) ?? "", new RegExp(`as ${copy}\\?`));
      await workbench.dialog("Clone");
      await item(new RegExp(`${copy}`))
        .first()
        .waitFor();
    }
    await workbench.screenshot("systems-cloned-light");

    await workbench.contextMenu(/imaging\.first/, "Edit as JSON…", "Systems");
    await tab(workbench, /Edit Imaging data \(tacc\)/).waitFor();
    await workbench.see('"Imaging data"');
    await typeOver(workbench, '"Imaging data"', '"Imaging copy"');
    await save(workbench);
    await item(/^Imaging copy, /).waitFor();
    await workbench.screenshot("systems-edited-light");

    await workbench.theme("dark");
    await item(/^Imaging copy, /).click();
    await item(/imaging\.second/)
      .first()
      .click({ modifiers: ["ControlOrMeta"] });
    await workbench.contextMenu(/^Imaging copy, /, "Delete System…", "Systems");
    const dialog = await workbench.dialog();
    assert.match((await dialog.textContent()) ?? "", /Delete 2 systems of tacc\?/);
    await workbench.screenshot("systems-removed-dark");
    await workbench.dialog("Delete 2");
    await item(/^Imaging copy, /).waitFor({ state: "hidden" });
    assert.equal(await item(/imaging\.second/).count(), 0);
  });
});
