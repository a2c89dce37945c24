import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "../../tools/journey.ts";
import { items, startSandboxIn, toggle } from "./support/views.ts";

const secret = "s3cret-of-a-hook";

test("a person gives and takes access, and attaches metadata and notifications", async () => {
  await withPage({}, async (workbench) => {
    const { page } = workbench;
    const item = (label: RegExp) => items(workbench, "Systems", label);
    await startSandboxIn(workbench, "Systems");
    await toggle(item(/^Imaging workstation/));
    await toggle(item(/^Roles, section$/));
    await item(/, OWNER · owner, role, cannot be changed$/).waitFor();
    await item(/^Roles, 2, section$/).waitFor();

    await workbench.itemAction(/^Roles/, "Grant Access…", "Systems");
    await workbench.answer("nobody-at-all");
    await workbench.notified(/tacc has no user nobody-at-all/);
    await workbench.screenshot("grant-nobody-light");
    await page.getByRole("button", { name: "Another Name…" }).click();
    await workbench.answer("jli");
    await workbench.quickRow("PUBLISHER").waitFor();
    await workbench.screenshot("grant-level-light");
    await workbench.pick("PUBLISHER");
    const question = await workbench.dialog();
    assert.match(
      (await question.textContent()) ?? "",
      /Give jli PUBLISHER on the system .*no access → PUBLISHER/s,
    );
    await workbench.screenshot("grant-question-light");
    await workbench.dialog("Give Access");
    await item(/^jli, PUBLISHER · use it and register apps on it, role$/).waitFor();
    await workbench.openMenu(item(/^jli, PUBLISHER/), "Revoke Access…");
    await workbench.screenshot("grant-menu-light");
    await page.keyboard.press("Escape");

    await workbench.itemAction(/^Metadata/, "Add Metadata…", "Systems");
    const line = page.locator(".view-line").filter({ hasText: '"text": ""' });
    await line.waitFor();
    await workbench.screenshot("metadata-draft-light");
    await page.getByText("Add Metadata…", { exact: true }).first().click();
    await workbench.dialog("Add");
    await toggle(item(/^Metadata/));
    await item(/^note, \{"text":""\}, metadata$/).waitFor();

    await workbench.theme("dark");
    await workbench.itemAction(/^Notifications/, "Add Notification…", "Systems");
    await workbench.answer(`https://hooks.example.org/agave?token=${secret}`);
    await workbench.quickRow("ROLES_GRANT").waitFor();
    await workbench.screenshot("notification-event-dark");
    await workbench.pick("ROLES_GRANT");
    await workbench.pick("Each time");
    await workbench.quickRow("Try again later").waitFor();
    await workbench.screenshot("notification-policy-dark");
    await workbench.pick("Do not try again");
    await workbench.dialog();
    await workbench.screenshot("notification-question-dark");
    await workbench.dialog("Add Notification");
    await toggle(item(/^Notifications/));
    await item(/^hooks.*ROLES_GRANT · each time · active, notification$/).waitFor();

    await workbench.contextMenu(/^jli, PUBLISHER/, "Change Access…", "Systems");
    await workbench.pick("GUEST");
    await workbench.dialog("Give Access");
    await item(/^jli, GUEST/).waitFor();
    await workbench.contextMenu(/^Notifications/, "Refresh", "Systems");
    await item(/^hooks.*active, was not delivered last, notification$/).waitFor();
    await page.mouse.move(900, 300);
    await item(/^hooks/).hover();
    await page.locator(".monaco-hover").filter({ hasText: "last response" }).waitFor();
    const shown = (await page.locator(".monaco-workbench").textContent()) ?? "";
    assert.ok(!shown.includes(secret));
    await workbench.screenshot("sharing-dark");
    await page.keyboard.press("Escape");

    await workbench.contextMenu(/^Roles/, "Revoke All Access…", "Systems");
    const revoking = await workbench.dialog();
    assert.match((await revoking.textContent()) ?? "", /jli: GUEST → no access/);
    await workbench.screenshot("revoke-all-dark");
    await workbench.dialog("Revoke All Access");
    await item(/^Roles, 1, section$/).waitFor();
    await workbench.theme("light");
    await workbench.screenshot("sharing-light");
  });
});
