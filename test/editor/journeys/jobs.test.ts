import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "../../tools/journey.ts";
import { items, startSandboxIn, toggle } from "./support/views.ts";

test("a person looks after jobs: follows, searches, stops, resubmits, reads what they wrote, deletes and restores", async () => {
  await withPage({}, async (workbench) => {
    const { page } = workbench;
    const jobs = (label: RegExp) => items(workbench, "Jobs", label);
    await startSandboxIn(workbench, "Jobs");
    const running = jobs(/^long exposure, running · started 1 h ago · wordcount-1\.0, job$/);
    await running.waitFor();
    await jobs(/^calibration, failed 2 h ago · 30 min · wordcount-1\.0, job$/).waitFor();
    await workbench.screenshot("jobs-light");

    await jobs(/^calibration, /).hover();
    await page.locator(".monaco-hover").filter({ hasText: "Job did not complete within its time" }).waitFor();
    await workbench.screenshot("job-tooltip-light");

    await toggle(jobs(/^first light, /));
    await toggle(jobs(/^History, /));
    await jobs(/^finished, \d{4}-\d\d-\d\d .* UTC/).waitFor();
    await toggle(jobs(/^Outputs, /));
    await toggle(jobs(/^output, folder$/));
    await toggle(jobs(/^Inputs and Parameters, /));
    await toggle(jobs(/^Details, /));
    await jobs(/^Archive, corral\.sandbox\.storage/).waitFor();
    await jobs(/^result\.txt, \d+ B, file$/).click();
    await page.locator(".view-line").filter({ hasText: "parameters:" }).waitFor();
    await workbench.screenshot("job-below-light");
    await toggle(jobs(/^first light, /));

    await workbench.command("Rollcall: Search Jobs…");
    await workbench.pick("Status");
    await workbench.pick(/^is$/);
    await workbench.quickRow("ARCHIVING_FAILED").waitFor();
    await workbench.screenshot("jobs-search-status-light");
    await workbench.pick("STOPPED");
    await workbench.pick("Add another condition…");
    await workbench.pick("Name");
    await workbench.pick("contains");
    await workbench.answer("night");
    await workbench.quickRow(/^Search/).waitFor();
    await workbench.screenshot("jobs-search-light");
    await workbench.pick(/^Search/);
    await jobs(/^tacc, 1 · filtered/).waitFor();
    await jobs(/^night run, stopped/).waitFor();
    await running.waitFor({ state: "hidden" });
    await workbench.screenshot("jobs-filtered-light");
    await workbench.viewAction("Jobs", "Clear Filter of Jobs");
    await running.waitFor();

    await workbench.theme("dark");
    await workbench.command("Rollcall: Sort and Group Jobs…");
    await workbench
      .quickRow(/^Status/)
      .last()
      .click();
    await jobs(/^Running, 1, group$/).waitFor();
    await workbench.screenshot("jobs-groups-dark");
    await workbench.command("Rollcall: Sort and Group Jobs…");
    await workbench.pick("No groups");
    await jobs(/^Running, 1, group$/).waitFor({ state: "hidden" });

    await workbench.contextMenu(/^night run, /, "Resubmit Job…", "Jobs");
    const question = await workbench.dialog();
    assert.match((await question.textContent()) ?? "", /Resubmit night run of tacc\?/);
    await workbench.screenshot("job-resubmit-dark");
    await workbench.dialog("Resubmit");
    const followed = jobs(/^night run, finished just now · \d+ s · wordcount-1\.0, job$/);
    await followed.waitFor();
    await workbench.screenshot("job-followed-dark");

    await workbench.openMenu(running, "Resubmit Job with Changes…");
    await workbench.screenshot("job-menu-dark");
    await page.keyboard.press("Escape");
    await workbench.itemAction(/^long exposure, /, "Stop Job…", "Jobs");
    await workbench.dialog("Stop");
    await jobs(/^long exposure, stopped/).waitFor();

    await followed.click();
    await jobs(/^calibration, /).click({ modifiers: ["ControlOrMeta"] });
    await workbench.contextMenu(/^calibration, /, "Delete Job…", "Jobs");
    const deletion = await workbench.dialog();
    assert.match((await deletion.textContent()) ?? "", /Delete 2 jobs of tacc\?/);
    await workbench.screenshot("jobs-delete-dark");
    await workbench.dialog("Delete 2");
    await jobs(/^calibration, /).waitFor({ state: "hidden" });
    await workbench.command("Rollcall: Restore Job…");
    await workbench.quickRow("calibration").waitFor();
    await workbench.screenshot("jobs-restore-dark");
    await workbench.pick("calibration");
    await workbench.dialog("Restore");
    await jobs(/^calibration, failed/).waitFor();

    await workbench.contextMenu(/^first light, /, "Resubmit Job with Changes…", "Jobs");
    await page.locator(".view-line").filter({ hasText: '"first light"' }).waitFor();
    await workbench.screenshot("job-changes-dark");
    await workbench.theme("light");
    await workbench.screenshot("jobs-end-light");
  });
});
