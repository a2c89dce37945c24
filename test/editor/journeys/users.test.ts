import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sampleConfiguration, startSandbox } from "../../../src/sandbox/sandbox.ts";
import { withPage } from "../../tools/journey.ts";
import { signIn } from "./support/sign-in.ts";
import { goToEnd, items, toggle } from "./support/views.ts";

test("a person sees who is out of step, and creates, edits, renames, deactivates and reactivates users", async () => {
  await withPage({}, async (workbench) => {
    const { page } = workbench;
    const users = (label: RegExp) => items(workbench, "Users", label);
    await workbench.openContainer("Rollcall");
    await workbench.command("Rollcall: Start Sandbox");
    await users(/^odm, 100 of \d+/).waitFor();
    await users(/@.* · on okeanos, tacc, user$/)
      .first()
      .waitFor();
    await workbench.screenshot("users-rows-light");

    await workbench.view("Reconciliation").getByRole("button", { name: "Reconcile Identities" }).click();
    await workbench.notified(/\d+ changes planned for odm/);
    await workbench.view("Reconciliation").locator(".pane-header").click();
    const differing = users(/, \d differences?: .*, user$/).first();
    await differing.waitFor();
    const group = users(/^Deactivated, \d+, group$/);
    await toggle(group);
    await users(/, to be reactivated · .* · inactive/)
      .first()
      .waitFor();
    await toggle(differing);
    await users(/^okeanos, .*linked account$/)
      .first()
      .waitFor();
    await workbench.screenshot("users-differences-light");
    await workbench.itemAction(/, \d differences?: .*, user$/, "Show Change…", "Users");
    await page.locator(".monaco-diff-editor .view-line").filter({ hasText: "userName" }).first().waitFor();
    await workbench.screenshot("user-change-light");
    await toggle(group);

    await workbench.viewAction("Users", "Create User…");
    await workbench.answer("zoe");
    await workbench.see(/an @ and a domain/);
    await workbench.screenshot("user-email-light");
    await workbench.answer("zoe@example.org");
    await workbench.see("Create User (2/4)");
    await workbench.answer("Zoë Ångström");
    await workbench.see("Create User (3/4)");
    await workbench.answer("zoe");
    await workbench.pick(/^Active/);
    const creation = await workbench.dialog();
    assert.match((await creation.textContent()) ?? "", /Create Zoë Ångström in odm\?/);
    await workbench.screenshot("user-create-light");
    await workbench.dialog("Create");
    const made = users(/^Zoë Ångström, changed since the plan · zoe@example\.org · not linked, user$/);
    await made.waitFor();
    await workbench.openMenu(made, "Deactivate User…");
    await workbench.screenshot("user-menu-light");
    await page.keyboard.press("Escape");

    await workbench.theme("dark");
    await workbench.contextMenu(/^Zoë Ångström/, "Edit Display Name of User…", "Users");
    await workbench.answer("Zoë Ångström-Byron");
    const edit = await workbench.dialog();
    assert.match((await edit.textContent()) ?? "", /displayName: “Zoë Ångström” → “Zoë Ångström-Byron”/);
    await workbench.screenshot("user-edit-dark");
    await workbench.dialog("Change");
    await users(/^Zoë Ångström-Byron, /).waitFor();
    await workbench.contextMenu(/^Zoë Ångström-Byron/, "Rename User…", "Users");
    await workbench.answer("zoe.byron");
    await workbench.dialog("Rename");

    await workbench.contextMenu(/^Zoë Ångström-Byron/, "Open as JSON", "Users");
    await page.locator(".view-line").filter({ hasText: '"zoe.byron"' }).first().waitFor();
    await users(/^Zoë Ångström-Byron, /).click();
    const other = users(/ · on okeanos, tacc, user$/).first();
    const otherLabel = (await other.getAttribute("aria-label"))?.split(",")[0] ?? "";
    await other.click({ modifiers: ["ControlOrMeta"] });
    await workbench.contextMenu(/^Zoë Ångström-Byron/, "Deactivate User…", "Users");
    const dialog = await workbench.dialog();
    assert.match((await dialog.textContent()) ?? "", /Deactivate 2 users of odm\?/);
    await workbench.screenshot("users-deactivate-dark");
    await workbench.dialog("Deactivate 2");
    await workbench.notified("2 users deactivated.");
    await toggle(group);
    const hidden = users(/^Zoë Ångström-Byron, .*zoe@example\.org · inactive/);
    await hidden.waitFor();
    await workbench.screenshot("users-deactivated-dark");

    await workbench.itemAction(/^Zoë Ångström-Byron, .* · inactive/, "Reactivate User…", "Users");
    await workbench.dialog("Reactivate");
    await users(/^Zoë Ångström-Byron, changed since the plan · zoe@example\.org · not linked/).waitFor();
    await items(workbench, "Users", new RegExp(`^${otherLabel}, .* · inactive`)).waitFor();

    await workbench.view("Reconciliation").locator(".pane-header").click();
    await items(workbench, "Reconciliation", /^Outdated, 2 accounts of odm changed by hand since/).waitFor();
    await workbench.screenshot("plan-outdated-dark");
    await workbench.theme("light");
    await workbench.screenshot("plan-outdated-light");
  });
});

test("a person pages through 5,000 users, cancels half-way, loads all, scrolls and filters", async () => {
  const sandbox = await startSandbox({ users: 5000 });
  const pace = (milliseconds: number) =>
    sandbox.setFaults([{ kind: "latency", platform: "odm", ms: milliseconds }]);
  const prepare = (workspace: string) =>
    writeFileSync(join(workspace, "rollcall.jsonc"), sampleConfiguration(sandbox.endpoints));
  try {
    await withPage({ prepare, settings: { "rollcall.pageSize": 50 } }, async (workbench) => {
      const { page } = workbench;
      const users = (label: RegExp) => items(workbench, "Users", label);
      const list = workbench.view("Users").locator(".monaco-list");
      page.setDefaultTimeout(60_000);
      await workbench.openContainer("Rollcall");
      await users(/^odm needs a sign-in/).waitFor();
      await signIn(workbench, "odm", sandbox.endpoints.odm.token);
      await users(/^odm, 50 of 4,\d{3}, connection$/).waitFor();
      await workbench.view("Reconciliation").locator(".pane-header").click();

      const first = users(/^Load more, 50 of 4,\d{3}$/);
      await goToEnd(workbench, "Users", first);
      await first.click();
      await users(/^odm, 100 of 4,\d{3}, connection$/).waitFor();
      await goToEnd(workbench, "Users", users(/^Load more, 100 of 4,\d{3}$/));
      await workbench.screenshot("many-more-light");

      pace(200);
      await workbench.itemAction(/^Load more, /, "Load All", "Users");
      const progress = workbench.notification(/loading users of odm/);
      await progress.waitFor();
      await workbench.see(/reading: [\d,]+ of 4,\d{3}/);
      await workbench.screenshot("many-progress-light");
      await progress.getByRole("button", { name: "Cancel" }).click();
      await progress.waitFor({ state: "hidden" });
      await list.focus();
      await page.keyboard.press("Home");
      const label =
        (await users(/^odm, /)
          .first()
          .getAttribute("aria-label")) ?? "";
      const [, shown = "", total = ""] = /^odm, ([\d,]+) of ([\d,]+), /.exec(label) ?? assert.fail(label);
      assert.ok(Number(shown.replace(",", "")) < Number(total.replace(",", "")), label);

      pace(1);
      await goToEnd(workbench, "Users", users(/^Load more, /));
      await workbench.itemAction(/^Load more, /, "Load All", "Users");
      await users(/^Load more, /).waitFor({ state: "hidden" });
      await progress.waitFor({ state: "hidden" });
      await list.focus();
      await page.keyboard.press("Home");
      await users(new RegExp(`^odm, ${total}, connection$`)).waitFor();
      const last = total.replace(",", "");
      await goToEnd(workbench, "Users", list.locator(`.monaco-list-row[aria-posinset='${last}']`));
      await workbench.screenshot("many-end-light");
      for (let turn = 0; turn < 10; turn++) await page.keyboard.press("PageUp");
      await workbench.theme("dark");
      await workbench.screenshot("many-scrolled-dark");

      await workbench.viewAction("Users", "Filter Users…");
      await workbench.quickRow('emails.value ew "@example.org"').first().waitFor();
      await workbench.screenshot("filter-suggestions-dark");
      await workbench.answer('displayName co "ö" and not (externalId pr)');
      await users(/^odm, \d+ .*filtered, connection$|^odm, \d+ shown · filtered, connection$/).waitFor();
      await workbench.screenshot("many-filtered-dark");
      await workbench.viewAction("Users", "Clear Filter of Users");
      await users(/^odm, 50 of 4,\d{3}, connection$/).waitFor();
    });
  } finally {
    await sandbox.close();
  }
});
