import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { withPage } from "../../tools/journey.ts";
import type { Workbench } from "../../tools/workbench.ts";
import { items, tick, toggle } from "./support/views.ts";

/** Held back to this many requests in a minute, a run lasts long enough to be paused. */
const slow = '"requestsPerMinute": 600, ';
const place = '"odm": { ';

test("a newcomer reviews a plan, settles a dispute, applies, pauses, cancels, resumes, takes it back, and is in step in the end", async () => {
  await withPage({}, async (workbench) => {
    const { page } = workbench;
    const configuration = join(workbench.workspace, "rollcall.jsonc");
    const rewrite = (from: string, to: string) =>
      writeFileSync(configuration, readFileSync(configuration, "utf8").replace(from, to));
    const row = (label: RegExp) => items(workbench, "Reconciliation", label);

    await workbench.openContainer("Rollcall");
    await workbench.see("This folder has no rollcall.jsonc yet");
    await workbench.screenshot("welcome-light");
    await workbench.view("Users").getByRole("button", { name: "Start Sandbox" }).click();
    await items(workbench, "Users", /^odm, 100 of \d+, connection/).waitFor();
    rewrite(place, place + slow);
    await workbench.command("Rollcall: Refresh");
    await toggle(items(workbench, "Users", /, user$/).first());
    await items(workbench, "Users", /^okeanos, .*linked account/).waitFor();
    await workbench.screenshot("users-light");

    await workbench.view("Reconciliation").getByRole("button", { name: "Reconcile Identities" }).click();
    await workbench.notified(/\d+ changes planned for odm/);
    await workbench.fold("Users");
    await toggle(row(/^Disputes, /));
    const change = row(/, Update: /).first();
    await toggle(change);
    await workbench.screenshot("plan-light");

    await workbench.command("Rollcall: Settle Dispute…");
    await workbench.pick(/^Özgür /);
    await workbench
      .quickRow(/^Belongs to /)
      .first()
      .waitFor();
    await workbench.screenshot("dispute-light");
    await workbench.pick(/^Belongs to /);
    await row(/^Disputes, 1 person/).waitFor();

    await tick(change, false);
    await row(/^\d+ of \d+ changes ticked/).waitFor();
    await change.click();
    await page.locator(".monaco-diff-editor .view-line").filter({ hasText: "userName" }).first().waitFor();
    await workbench.screenshot("change-light");
    await workbench.theme("dark");
    await workbench.command("Rollcall: Review All Changes");
    await workbench.see(/changes to odm/);
    await page.locator(".multiDiffEntry .view-line").filter({ hasText: "userName" }).first().waitFor();
    await workbench.screenshot("review-dark");

    await workbench.viewAction("Reconciliation", /^Apply/);
    const question = (await (await workbench.dialog()).textContent()) ?? "";
    assert.match(question, /Apply \d+ changes to odm\?/);
    assert.match(question, /1 change left out\./);
    assert.match(question, /It takes \d+ requests, about \d+ s at 10 requests\/s\./);
    assert.match(question, /\d+ of these cannot be undone whole:/);
    await workbench.screenshot("apply-dark");
    await workbench.dialog(/^Apply \d+ Changes$/);

    await pause(workbench);
    await workbench.screenshot("paused-dark");
    await workbench.itemAction(/^Paused, /, "Continue Run", "Reconciliation");
    await row(/^Applying to odm, /).waitFor();
    await pause(workbench);
    await workbench
      .notification(/paused at/)
      .getByRole("button", { name: "Cancel" })
      .click();
    await workbench.notified(/succeeded\. The run is not finished\./);
    await row(/^Last run, \d+ succeeded · cancelled/).waitFor();
    await workbench.screenshot("cancelled-dark");

    rewrite(slow, "");
    await workbench
      .notification(/The run is not finished/)
      .getByRole("button", { name: "Resume" })
      .click();
    await workbench.notified(/odm: \d+ succeeded\. 1 left to do\./);
    await toggle(row(/^Last run, \d+ succeeded/));
    await row(/^1 change planned/).waitFor();
    await workbench.screenshot("result-dark");
    await workbench.itemAction(/^Last run, /, "Open Report…", "Reconciliation");
    const preview = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
    await preview.getByRole("heading", { name: "Counts" }).waitFor();
    await workbench.theme("light");
    await workbench.screenshot("report-light");

    await workbench.command("Notifications: Clear All Notifications");
    await workbench.itemAction(/^Last run, /, "Undo Run…", "Reconciliation");
    await workbench.notified(/^.*Undo of run \S+: \d+ changes planned for odm\./);
    await toggle(row(/^Cannot be undone whole, /));
    await workbench.screenshot("undo-light");
    await applyAll(workbench);
    await workbench.notified(/The policy still asks for \d+ changes\./);

    await workbench.command("Notifications: Clear All Notifications");
    await workbench.command("Rollcall: Reconcile Identities");
    await workbench.notified(/\d+ changes planned for odm/);
    await applyAll(workbench);
    await workbench.notified(/Nothing is left to do\./);
    await row(/^In step/).waitFor();
    await toggle(row(/^Earlier runs, 2/));
    await row(/· undo/).waitFor();
    await workbench.screenshot("in-step-light");
  });
});

/** Pauses the run that goes on once a change has ended. */
async function pause(workbench: Workbench): Promise<void> {
  await workbench.notified(/applying to odm: \d+ of/);
  await workbench.viewAction("Reconciliation", "Pause Run");
  await items(workbench, "Reconciliation", /^Paused, odm · \d+ of \d+/).waitFor();
  await workbench.notified(/paused at \d+ of \d+/);
}

async function applyAll(workbench: Workbench): Promise<void> {
  await workbench.viewAction("Reconciliation", /^Apply/);
  await workbench.dialog(/^Apply \d+ Changes$/);
}
