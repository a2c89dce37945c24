import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Sandbox, startSandbox } from "../../../src/sandbox/sandbox.ts";
import { withPage } from "../../tools/journey.ts";
import type { Workbench } from "../../tools/workbench.ts";
import { hover, items, toggle } from "./support/views.ts";

async function signIn(workbench: Workbench, { endpoints }: Sandbox): Promise<void> {
  await workbench.openContainer("Rollcall");
  await workbench.unfold("Apps");
  for (const other of ["Users", "Reconciliation"]) await workbench.fold(other);
  await workbench.itemAction(/^tacc needs a sign-in/, "Sign In…", "Apps");
  await workbench.pick(/^Access token/);
  await workbench.answerSecret(endpoints.agave.token);
  await items(workbench, "Apps", /^tacc, 4, connection$/).waitFor();
}

test("a person browses apps, publishes one, submits a job of another, and deletes several", async () => {
  const sandbox = await startSandbox();
  const { url } = sandbox.endpoints.agave;
  const prepare = (workspace: string) =>
    writeFileSync(
      join(workspace, "rollcall.jsonc"),
      JSON.stringify({ connections: { tacc: { platform: "agave", url } } }),
    );
  try {
    await withPage({ prepare }, async (workbench) => {
      const { page } = workbench;
      const apps = (label: RegExp) => items(workbench, "Apps", label);
      await signIn(workbench, sandbox);
      await apps(/^segment 2\.1\.0 u2, Segmentation · public · lonestar\.sandbox\.hpc, app$/).waitFor();
      await hover(workbench, apps(/^segment 2\.1\.0 u2, /), "Labels the tissues of a scan");
      await workbench.screenshot("apps-light");

      await workbench.viewAction("Apps", "Filter Apps…");
      await workbench.quickInput().fill("colour=red");
      await workbench.see(/no field colour/);
      await workbench.screenshot("apps-filter-light");
      await workbench.answer("seg revision.gt=1");
      await apps(/^tacc, 1 · filtered, connection$/).waitFor();

      sandbox.setFaults([{ kind: "forbidden", platform: "agave", path: "/apps/v2" }]);
      await toggle(apps(/^segment 2\.1\.0 u2, /));
      await toggle(apps(/^Inputs, section$/));
      const failure = apps(/^tacc does not allow this, .*error$/);
      await failure.waitFor();
      await failure.hover();
      await workbench.screenshot("apps-error-light");
      sandbox.setFaults([]);
      await workbench.itemAction(/^tacc does not allow this/, "Retry", "Apps");
      await apps(/^atlases, file · optional/).waitFor();
      await toggle(apps(/^Parameters, section$/));
      await toggle(apps(/^Outputs, section$/));
      await toggle(apps(/^Deployment, section$/));
      await apps(/^mode, one of fast, thorough/).waitFor();
      await apps(/^deployment path, /).waitFor();
      await hover(workbench, apps(/^mode, /), "Thorough, takes an hour");
      await workbench.screenshot("app-fields-light");
      await toggle(apps(/^segment 2\.1\.0 u2, /));
      await workbench.viewAction("Apps", "Clear Filter of Apps");
      await apps(/^tacc, 4, connection$/).waitFor();

      await workbench.theme("dark");
      await workbench.openMenu(apps(/^wordcount 1\.0, /), "Publish App…");
      await workbench.screenshot("app-menu-dark");
      await page.keyboard.press("Escape");
      await workbench.contextMenu(/^wordcount 1\.0, /, "Publish App…", "Apps");
      await workbench.quickInput().fill("word count");
      await workbench.see("Letters, digits, hyphens and underscores, 64 at most.");
      await workbench.screenshot("app-publish-name-dark");
      await workbench.answer("wordcount-public");
      await workbench.answer("1.0");
      await workbench.quickRow("imaging.vm").waitFor();
      await workbench.screenshot("app-publish-system-dark");
      await workbench.pick("imaging.vm");
      const publication = await workbench.dialog();
      assert.match((await publication.textContent()) ?? "", /Publish wordcount 1\.0 of tacc\?/);
      await workbench.screenshot("app-publish-dark");
      await workbench.dialog("Publish");
      const published = apps(/^wordcount-public 1\.0 u1, Word count · public · imaging\.vm, app$/);
      await published.waitFor();

      await workbench.itemAction(/^segment 2\.1\.0 u2, /, "Submit Job…", "Apps");
      await workbench.quickRow("Answer questions").waitFor();
      await workbench.screenshot("app-job-way-dark");
      await workbench.pick("Answer questions");
      await workbench.answer("scan of today");
      await workbench.pick("Type an address…");
      await workbench.quickInput().fill("ftp://example.org/scan");
      await workbench.see(/cannot be read from ftp/);
      await workbench.screenshot("app-job-input-dark");
      await workbench.answer("agave://imaging.storage/inputs/reads.txt");
      await workbench.pick(/^Thorough/);
      await workbench.pick(/^Subject/);
      await workbench.quickInput().fill("ab1");
      await workbench.see(/subject has to match/);
      await workbench.screenshot("app-job-subject-dark");
      await workbench.answer("AB123");
      await workbench.quickRow(/^Subject.*AB123/).waitFor();
      await workbench.screenshot("app-job-form-dark");
      await workbench.pick(/^Submit…/);
      const submission = await workbench.dialog();
      assert.match(
        (await submission.textContent()) ?? "",
        /Submit scan of today to segment-2\.1\.0u2 of tacc\?/,
      );
      await workbench.screenshot("app-job-submit-dark");
      await workbench.dialog("Submit");
      await items(workbench, "Jobs", /^scan of today, .* · segment-2\.1\.0u2, job$/).waitFor();
      await workbench.screenshot("app-job-submitted-dark");
      await workbench.view("Jobs").locator(".pane-header").click();

      await workbench.theme("light");
      await workbench.itemAction(/^wordcount 1\.0, /, "Submit Job…", "Apps");
      await workbench.pick("Write it as JSON in an editor");
      await page.locator(".codelens-decoration a").filter({ hasText: "Submit…" }).waitFor();
      await page.locator(".view-line").filter({ hasText: '"threshold": 0.5' }).waitFor();
      await workbench.screenshot("app-job-json-light");
      await page.locator(".codelens-decoration a").filter({ hasText: "Discard" }).click();

      await apps(/^wordcount 1\.0, /).click();
      await published.click({ modifiers: ["ControlOrMeta"] });
      await workbench.contextMenu(/^wordcount-public /, "Delete App…", "Apps");
      const deletion = await workbench.dialog();
      assert.match((await deletion.textContent()) ?? "", /Delete 2 apps of tacc\?.*only taken out of use/s);
      await workbench.screenshot("apps-delete-light");
      await workbench.dialog("Delete 2");
      await published.waitFor({ state: "hidden" });
      await apps(/^wordcount 1\.0, /).waitFor({ state: "hidden" });
      await workbench.screenshot("apps-deleted-light");
    });
  } finally {
    await sandbox.close();
  }
});
