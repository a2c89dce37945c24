import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { withPage } from "../../tools/journey.ts";
import { items } from "./support/views.ts";

test("a person sees how many a filter matches, and writes one that is completed and put right", async () => {
  const prepare = (workspace: string) =>
    writeFileSync(
      join(workspace, "people.scimfilter"),
      'emails[type eq "work"].value ew "@example.org" and userName eq "a@example.org" and active eq TRUE\n',
    );
  await withPage({ prepare }, async (workbench) => {
    const { page } = workbench;
    await workbench.openContainer("Rollcall");
    await workbench.command("Rollcall: Start Sandbox");
    await items(workbench, "Users", /^odm, 100 of \d+/).waitFor();
    await workbench.command("Rollcall: Open Configuration");
    const editor = page.locator(".editor-instance");
    await editor
      .getByText(/matches \d+ of \d+ users listed first/)
      .first()
      .waitFor();
    await workbench.screenshot("filter-hints-light");

    await page.keyboard.press("Control+P");
    await workbench.answer("people.scimfilter");
    await editor.getByText("TRUE").first().waitFor();
    await page.locator(".squiggly-error").first().waitFor();
    await workbench.screenshot("filter-marks-light");

    await page.keyboard.press("F8");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+.");
    const actions = page.locator(".action-widget");
    await actions.getByText("Move it into the brackets").waitFor();
    await workbench.screenshot("filter-fixes-light");
    await actions.getByText("Move it into the brackets").click();
    await editor.locator(".view-line").filter({ hasText: 'value ew "@example.org"]' }).waitFor();

    await page.keyboard.press("Control+End");
    await page.keyboard.type("and us");
    await page.keyboard.press("Control+Space");
    await page.locator(".suggest-widget").getByText("userName").first().waitFor();
    await workbench.screenshot("filter-completion-light");

    await workbench.command("Rollcall: Filter Users…");
    await workbench.quickInput().fill("active eq true and us");
    await workbench.quickRow("userName").click();
    await workbench.quickRow(/^sw/).waitFor();
    assert.equal(await workbench.quickInput().inputValue(), "active eq true and userName ");
    await workbench.screenshot("filter-question-light");
  });
});
