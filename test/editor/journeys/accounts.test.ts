import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Locator } from "playwright-core";
import { sampleConfiguration, startSandbox } from "../../../src/sandbox/sandbox.ts";
import { withPage } from "../../tools/journey.ts";
import type { Workbench } from "../../tools/workbench.ts";
import { signIn, signInByPassword } from "./support/sign-in.ts";
import { items } from "./support/views.ts";

/** Opens the Accounts menu at the bottom of the activity bar. */
async function openAccounts({ page }: Workbench): Promise<Locator> {
  await page.locator(".activitybar").getByRole("button", { name: "Accounts" }).click();
  const menu = page.locator(".monaco-menu:visible").first();
  await menu.waitFor();
  return menu;
}

/** Rollcall's item in the status bar. */
function status({ page }: Workbench): Locator {
  return page.locator(".statusbar-item[id*='rollcall']");
}

test("a person signs in, sees the account and when it ends, and signs out in the Accounts menu", async () => {
  const sandbox = await startSandbox();
  const { agave, odm, astakos, ubiops } = sandbox.endpoints;
  const label = `tacc (${new URL(agave.url).host})`;
  const prepare = (workspace: string) =>
    writeFileSync(join(workspace, "rollcall.jsonc"), sampleConfiguration(sandbox.endpoints));
  try {
    await withPage({ prepare }, async (workbench) => {
      const { page } = workbench;
      await workbench.openContainer("Rollcall");
      await items(workbench, "Users", /^odm needs a sign-in/).waitFor();
      assert.equal(await status(workbench).filter({ visible: true }).count(), 0);

      await signIn(workbench, "odm", odm.token);
      await items(workbench, "Users", /^odm, 100 of \d+/).waitFor();
      await signIn(workbench, "okeanos", astakos.serviceToken);
      await signIn(workbench, "models", ubiops.token);
      await workbench.unfold("Apps");
      await workbench.itemAction(/^tacc needs a sign-in/, "Sign In…", "Apps");
      await workbench.quickRow("User name and password, once").waitFor();
      await workbench.screenshot("sign-in-ways-light");
      await signInByPassword(workbench, agave);
      await items(workbench, "Apps", /^tacc, \d+/).waitFor();
      await status(workbench).getByText("tacc: signed in for 4 h").waitFor();

      await workbench.command("Rollcall: Sign In…");
      await workbench.quickRow(/^tacc.*signed in until/).waitFor();
      await workbench.screenshot("sign-in-states-light");
      await page.keyboard.press("Escape");
      const menu = await openAccounts(workbench);
      await menu.getByRole("menuitem", { name: label }).waitFor();
      await workbench.screenshot("accounts-menu-light");
      await page.keyboard.press("Escape");

      await workbench.unfold("Service Users");
      await items(workbench, "Service Users", /^models, 8/).waitFor();
      await workbench.command("Rollcall: Check for Drift");
      await status(workbench)
        .getByText(/odm: \d+ changes to make · 3 more/)
        .waitFor();
      await status(workbench).hover();
      await page.locator(".monaco-hover:visible").getByText("tacc: signed in for").waitFor();
      await workbench.screenshot("status-light");
      await workbench.theme("dark");
      await status(workbench).hover();
      await page.locator(".monaco-hover:visible").getByText("tacc: signed in for").waitFor();
      await workbench.screenshot("status-dark");
      await workbench.command("Rollcall: Show Status…");
      await workbench.quickRow(/tacc: signed in for/).waitFor();
      await workbench.screenshot("status-list-dark");
      await page.keyboard.press("Escape");

      const dark = await openAccounts(workbench);
      await dark.getByRole("menuitem", { name: label }).hover();
      await page.getByRole("menuitem", { name: "Sign Out" }).waitFor();
      await workbench.screenshot("accounts-menu-dark");
      await page.getByRole("menuitem", { name: "Sign Out" }).hover();
      await page.keyboard.press("Enter");
      const dialog = await workbench.dialog();
      assert.match((await dialog.textContent()) ?? "", /tacc \(/);
      await workbench.screenshot("accounts-sign-out-dark");
      await workbench.dialog("Sign Out");
      await items(workbench, "Apps", /^tacc needs a sign-in/).waitFor();
      assert.equal(await items(workbench, "Apps", /^wordcount/).count(), 0);
      await workbench.unsee("tacc: signed in for");
      const left = await openAccounts(workbench);
      await left.getByRole("menuitem", { name: "odm (" }).waitFor();
      assert.equal(await left.getByRole("menuitem", { name: label }).count(), 0);
    });
  } finally {
    await sandbox.close();
  }
});
