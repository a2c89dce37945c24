import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "../../tools/journey.ts";
import { items, startSandboxIn } from "./support/views.ts";

test("a person browses, filters, loads more, and has a user explained", async () => {
  await withPage({ theme: "dark" }, async (workbench) => {
    const { page } = workbench;
    await startSandboxIn(workbench, "Users");

    await workbench.viewAction("Users", "Filter Users…");
    await workbench.quickInput().fill('userName sw "a" and emials pr');
    await workbench.see(/Column 21: .*Did you mean emails\?/);
    await workbench.screenshot("filter-dark");
    await workbench.answer('emails.value sw "a"');
    await items(workbench, "Users", /^odm, \d+ .*filtered/).waitFor();
    const shown = await items(workbench, "Users", /, user$/).all();
    assert.ok(shown.length > 0);
    for (const user of shown)
      assert.match((await user.getAttribute("aria-label")) ?? "", /, a[^, ]+@.*, user$/);
    await workbench.screenshot("filtered-dark");
    await workbench.viewAction("Users", "Clear Filter of Users");
    await items(workbench, "Users", /^odm, 100 of \d+, /).waitFor();

    await workbench.view("Users").locator(".monaco-list").focus();
    await page.keyboard.press("End");
    await items(workbench, "Users", /^Load more, 100 of \d+/).click();
    await items(workbench, "Users", /^Load more/).waitFor({ state: "hidden" });
    await workbench.view("Users").locator(".monaco-list-row.focused[aria-posinset='102']").waitFor();
    await workbench.screenshot("more-dark");

    const user = workbench.view("Users").locator(".monaco-list-row.focused");
    const explain = await workbench.openMenu(user, "Explain Person…");
    await workbench.screenshot("menu-dark");
    await explain.hover();
    await page.keyboard.press("Enter");
    await page.locator(".view-line").filter({ hasText: "Situation" }).first().waitFor();
    await workbench.screenshot("explanation-dark");

    await workbench.command("Welcome: Open Walkthrough");
    await workbench.pick("Get Started with Rollcall");
    await workbench.see("Start the sandbox");
    await workbench.screenshot("walkthrough-dark");
  });
});
