import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "../../tools/journey.ts";
import { items, startSandboxIn, toggle } from "./support/views.ts";

test("a person looks after service users, and starts and stops a service", async () => {
  await withPage({}, async (workbench) => {
    const { page } = workbench;
    await startSandboxIn(workbench, "Service Users");
    await items(workbench, "Service Users", /^models, 8, connection$/).waitFor();
    await items(workbench, "Service Users", /^workshop, expires in .*, expires soon$/).waitFor();
    await workbench.screenshot("service-users-light");

    await workbench.viewAction("Service Users", "Filter Service Users…");
    await workbench.quickInput().fill("stat:expired");
    await workbench.see(/no field stat/);
    await workbench.answer("state:expired");
    await items(workbench, "Service Users", /^models, 2 of 8 · filtered/).waitFor();
    await workbench.screenshot("service-users-filtered-light");
    await workbench.viewAction("Service Users", "Clear Filter of Service Users");
    await items(workbench, "Service Users", /^models, 8, /).waitFor();

    await workbench.viewAction("Service Users", "Create Service User…");
    await workbench.answer("journey-import");
    await workbench.pick("In 90 days");
    await workbench.answer("");
    await workbench.quickRow("Copy to the clipboard").waitFor();
    await workbench.screenshot("service-user-token-light");
    await workbench.pick("Keep in the editor's secret storage");
    await workbench.notified(/The token of journey-import is kept/);
    const made = items(workbench, "Service Users", /^journey-import, expires .* token kept, service user$/);
    await workbench.openMenu(made, "Delete Service User…");
    await workbench.screenshot("service-user-menu-light");
    await page.keyboard.press("Escape");
    const shown = (await page.locator(".monaco-workbench").textContent()) ?? "";
    assert.ok(!/[0-9a-f]{40}/.test(shown));

    await workbench.theme("dark");
    await made.click();
    await page.locator(".view-line").filter({ hasText: '"journey-import"' }).waitFor();
    await items(workbench, "Service Users", /^okeanos-import, expired/).click({
      modifiers: ["ControlOrMeta"],
    });
    await workbench.contextMenu(/^journey-import/, "Delete Service User…", "Service Users");
    const dialog = await workbench.dialog();
    assert.match((await dialog.textContent()) ?? "", /Delete 2 service users of models\?/);
    await workbench.screenshot("service-users-delete-dark");
    await workbench.dialog("Delete 2");
    await items(workbench, "Service Users", /^models, 7, /).waitFor();

    await workbench.view("Service Users").locator(".pane-header").click();
    await workbench.unfold(/^Services/);
    const services = (label: RegExp) => items(workbench, /^Services/, label);
    await services(/^osparc, \d+, connection$/).waitFor();
    await workbench.viewAction(/^Services/, "Filter Services…");
    await workbench.answer("viewer");
    await services(/^osparc, \d+ .*filtered/).waitFor();
    await services(/^Jupyter/).waitFor({ state: "hidden" });
    await workbench.screenshot("services-filtered-dark");
    await workbench.viewAction(/^Services/, "Clear Filter of Services");
    await services(/^Jupyter/).waitFor();

    await workbench.itemAction(/^3d-viewer, dynamic/, "Start Service…", /^Services/);
    await workbench.pick("2.6.0");
    await workbench.answer("ada");
    await workbench.see("A uuid that it runs under");
    await workbench.screenshot("service-start-dark");
    await page.keyboard.press("Enter");
    await workbench.notified(/3d-viewer 2\.6\.0 runs at http/);
    const running = items(workbench, /^Services/, /^3d-viewer 2\.6\.0, running · port/);
    await running.waitFor();
    await toggle(items(workbench, /^Services/, /^Jupyter/));
    await toggle(items(workbench, /^Services/, /^2\.13\.0/));
    await workbench.screenshot("services-dark");
    await workbench.theme("light");
    await workbench.screenshot("services-light");

    await workbench.contextMenu(/^3d-viewer 2\.6\.0/, "Stop Running Service…", /^Services/);
    await workbench.dialog("Stop");
    await running.waitFor({ state: "hidden" });
  });
});
