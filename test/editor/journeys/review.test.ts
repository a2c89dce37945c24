import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { test } from "node:test";
import { withPage } from "../../tools/journey.ts";
import { hover, items, startSandboxIn } from "./support/views.ts";

test("a reviewer filters a plan, leaves a change out, looks at it, at the person, and at the plan as a file", async () => {
  await withPage({}, async (workbench) => {
    const { page } = workbench;
    await startSandboxIn(workbench, "Reconciliation");
    await workbench.command("Rollcall: Reconcile Identities");
    await items(workbench, "Reconciliation", /^\d+ changes planned/).waitFor();

    await workbench.command("Notifications: Clear All Notifications");
    await workbench.viewAction("Reconciliation", "Filter Plan…");
    await workbench.quickInput().fill('actoin eq "update"');
    await workbench.see(/Did you mean action\?/);
    await workbench.screenshot("review-filter-light");
    await workbench.answer('action eq "update"');
    await workbench
      .view("Reconciliation")
      .getByText(/^\d+ of \d+ · action eq "update"$/)
      .waitFor();
    const change = items(workbench, "Reconciliation", /, Update: /).first();
    await change.getByRole("checkbox").click();
    await items(workbench, "Reconciliation", /^\d+ of \d+ changes ticked/).waitFor();
    await hover(workbench, change, /Rule:/);
    await workbench.screenshot("review-filtered-light");
    await change.click();
    await page.locator(".monaco-diff-editor .view-line").filter({ hasText: "userName" }).first().waitFor();

    await workbench.contextMenu(/, Update: /, "Open Person…", "Reconciliation");
    const preview = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
    await preview.getByRole("heading", { name: "Accounts" }).waitFor();
    await workbench.screenshot("review-person-light");
    await workbench.theme("dark");
    await workbench.screenshot("review-person-dark");

    await workbench.command("Rollcall: Save Plan…");
    await page.locator(".quick-input-widget:visible").getByRole("button", { name: "OK" }).click();
    await workbench.see(/^Review \d+ changes to odm$/);
    assert.equal(globSync("odm-*.plan.json", { cwd: workbench.workspace }).length, 1);
    await page.locator(".view-line").filter({ hasText: '"absent"' }).first().hover();
    await workbench.screenshot("review-file-dark");
    await page.locator(".view-line").filter({ hasText: '"id":' }).first().click();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("0");
    await page.locator(".squiggly-error").first().waitFor();
    await page.locator(".squiggly-error").first().hover({ force: true });
    await workbench.see(/The plan was edited after it was made/);
    await workbench.screenshot("review-edited-dark");
    await workbench.theme("light");
    await workbench.screenshot("review-edited-light");
  });
});
