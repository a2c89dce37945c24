import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "../../tools/journey.ts";
import type { Workbench } from "../../tools/workbench.ts";
import { save, tab, typeOver } from "./support/editing.ts";
import { items, startSandboxIn } from "./support/views.ts";

const serviceUsers = "Service Users";

test("a person edits a thing as JSON, settles a conflict, and is told what is wrong with the text", async () => {
  await withPage({ settings: { "files.autoSave": "off" } }, async (workbench) => {
    const { page } = workbench;
    await startSandboxIn(workbench, serviceUsers);
    await workbench.contextMenu(/^viewer-frontend/, "Edit as JSON…", serviceUsers);
    await tab(workbench, /Edit viewer-frontend \(models\)/).waitFor();
    await workbench.see('"viewer-frontend"');
    await workbench.screenshot("edit-light");

    await typeOver(workbench, "viewer-frontend", "viewer-edited");
    await save(workbench);
    await items(workbench, serviceUsers, /^viewer-edited/).waitFor();

    await typeOver(workbench, "viewer-edited", "viewer-unsaved");
    await renameBehind(workbench, /^viewer-edited/, "viewer-of-others");
    await tab(workbench, /Edit viewer-frontend/).click();
    await save(workbench);
    await workbench.notified(/name was changed on models since you opened it\. On the left/);
    await tab(workbench, /models now ↔ yours/).waitFor();
    await workbench.screenshot("edit-conflict-light");
    await workbench.theme("dark");
    await workbench.screenshot("edit-conflict-dark");
    await workbench
      .notification(/On the left is what it has now/)
      .getByRole("button", { name: "Overwrite" })
      .click();
    await items(workbench, serviceUsers, /^viewer-unsaved/).waitFor();
    await tab(workbench, /models now ↔ yours/).waitFor({ state: "hidden" });

    await typeOver(workbench, '"viewer-unsaved",', '"viewer-unsaved"');
    await save(workbench);
    await workbench.notified(/Line \d+ is not JSON/);
    await workbench.screenshot("edit-invalid-dark");
    await page.keyboard.press("ControlOrMeta+z");
    assert.equal(await tab(workbench, /Edit viewer-frontend/).count(), 1);
  });
});

async function renameBehind(workbench: Workbench, label: RegExp, name: string): Promise<void> {
  await workbench.contextMenu(label, "Rename Service User…", serviceUsers);
  await workbench.answer(name);
  await items(workbench, serviceUsers, new RegExp(`^${name}`)).waitFor();
}
