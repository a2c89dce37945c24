import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "../../tools/journey.ts";
import { items, startSandboxIn, toggle } from "./support/views.ts";

test("a person looks through systems, edits a file there, and looks after credentials", async () => {
  await withPage({}, async (workbench) => {
    const { page } = workbench;
    const item = (label: string | RegExp) => items(workbench, "Systems", label);
    await startSandboxIn(workbench, "Systems");
    await item(/^tacc, \d+, connection$/).waitFor();
    await item(/^Ranch, .* down, system$/).waitFor();
    await workbench.screenshot("systems-light");

    await workbench.viewAction("Systems", "Filter Systems…");
    await workbench.quickInput().fill("colour=red");
    await workbench.see(/no field colour/);
    await workbench.screenshot("systems-filter-light");
    await workbench.answer("name.like=*imaging*");
    await item(/^tacc, \d+ · filtered/).waitFor();

    await toggle(item(/^Imaging data, /));
    await toggle(item(/^Files, /));
    await toggle(item(/^Home, /));
    await toggle(item(/^inputs, /));
    await item(/^reads\.txt, 26 B, file$/).click();
    await page.locator(".view-line").filter({ hasText: "GATTACA" }).waitFor();
    await workbench.screenshot("systems-files-light");
    await page.locator(".view-lines").click();
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.type("ACGT");
    await page.keyboard.press("ControlOrMeta+s");
    await item(/^reads\.txt, 30 B, file$/).waitFor();

    await workbench.itemAction(/^inputs, /, "New Remote Folder…", "Systems");
    await workbench.answer("drafts");
    await item(/^drafts, /).waitFor();
    await workbench.openMenu(item(/^parameters\.json, /), "Delete File…");
    await workbench.screenshot("systems-file-menu-light");
    await page.keyboard.press("Escape");

    await workbench.theme("dark");
    await item(/^drafts, /).click();
    await item(/^parameters\.json, /).click({ modifiers: ["ControlOrMeta"] });
    await workbench.contextMenu(/^parameters\.json, /, "Delete File…", "Systems");
    const dialog = await workbench.dialog();
    assert.match((await dialog.textContent()) ?? "", /Delete 2 files of tacc\?.*with all in it/s);
    await workbench.screenshot("systems-delete-dark");
    await workbench.dialog("Delete 2");
    await item(/^drafts, /).waitFor({ state: "hidden" });
    await workbench.contextMenu(/^reads\.txt, /, "Show History of File…", "Systems");
    await page.locator(".view-line").filter({ hasText: "STAGING_COMPLETED" }).first().waitFor();
    await workbench.screenshot("systems-history-dark");

    await toggle(item(/^Files, /));
    await toggle(item(/^Details, /));
    await toggle(item(/^Roles, /));
    await toggle(item(/^Credentials, /));
    await workbench.itemAction(/^Credentials, /, "Add Credential…", "Systems");
    await workbench.pick("User name and password");
    await workbench.answer("svc-imaging");
    await workbench.answerSecret("correct-horse");
    await workbench.dialog("Store");
    await item(/^svc-imaging, PASSWORD/).waitFor();
    await workbench.screenshot("systems-sections-dark");
    const text = (await page.locator(".monaco-workbench").textContent()) ?? "";
    assert.ok(!text.includes("correct-horse"));
    await workbench.theme("light");
    await workbench.screenshot("systems-sections-light");
  });
});
