import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { withPage } from "../../tools/journey.ts";
import { items, toggle } from "./support/views.ts";

test("a newcomer starts the sandbox, reviews a plan, leaves a change out, applies the rest and sees the result", async () => {
  await withPage({}, async (workbench) => {
    const { page } = workbench;
    await workbench.openContainer("Rollcall");
    await workbench.see("This folder has no rollcall.jsonc yet");
    await workbench.screenshot("welcome-light");

    await workbench.view("Users").getByRole("button", { name: "Start Sandbox" }).click();
    const odm = items(workbench, "Users", /^odm, 100 of \d+, connection/);
    await odm.waitFor();
    assert.ok(existsSync(join(workbench.workspace, "rollcall.jsonc")));
    await toggle(items(workbench, "Users", /, user$/).first());
    await items(workbench, "Users", /^okeanos, .*linked account/).waitFor();
    await workbench.screenshot("users-light");

    await workbench.view("Reconciliation").getByRole("button", { name: "Reconcile Identities" }).click();
    await workbench.notification(/\d+ changes planned for odm/).waitFor();
    await workbench.view("Users").locator(".pane-header").click();
    await toggle(items(workbench, "Reconciliation", /^Disputes, /));
    const change = items(workbench, "Reconciliation", /, Update: /).first();
    await toggle(change);
    await workbench.screenshot("plan-light");

    await change.getByRole("checkbox").click();
    await items(workbench, "Reconciliation", /^\d+ of \d+ changes ticked/).waitFor();
    await change.click();
    await page.locator(".monaco-diff-editor .view-line").filter({ hasText: "userName" }).first().waitFor();
    await workbench.screenshot("change-light");

    await workbench.theme("dark");
    await workbench.command("Rollcall: Review All Changes");
    await workbench.see(/changes to odm/);
    await page.locator(".multiDiffEntry .view-line").filter({ hasText: "userName" }).first().waitFor();
    await workbench.screenshot("review-dark");

    await workbench.viewAction("Reconciliation", /^Apply/);
    const dialog = await workbench.dialog();
    const question = (await dialog.textContent()) ?? "";
    assert.match(question, /Apply \d+ changes to odm\?/);
    assert.match(question, /1 change left out\./);
    await workbench.screenshot("apply-dark");
    await workbench.dialog(/^Apply \d+ Changes$/);

    await workbench.notification(/^.*odm: \d+ succeeded\. 1 left to do\./).waitFor();
    await workbench.notification(/changes planned/).waitFor({ state: "hidden" });
    const lastRun = items(workbench, "Reconciliation", /^Last run, \d+ succeeded/);
    await toggle(lastRun);
    await items(workbench, "Reconciliation", /^1 change planned/).waitFor();
    await workbench.screenshot("result-dark");
    await workbench.theme("light");
    await workbench.screenshot("result-light");
  });
});
