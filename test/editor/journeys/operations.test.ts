import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "../../tools/journey.ts";
import { items } from "./support/views.ts";

test("a person runs operations: a form, a body in an editor, one question, the answer, and a failure", async () => {
  await withPage({ theme: "light" }, async (workbench) => {
    const { page } = workbench;
    await workbench.openContainer("Rollcall");
    await workbench.command("Rollcall: Start Sandbox");
    await items(workbench, "Users", /^odm, 100 of \d+/).waitFor();

    await workbench.command("Rollcall: Run Operation…");
    await workbench.pick("tacc");
    await workbench.quickRow("actors.add").waitFor();
    await workbench.quickInput().fill("systems.");
    await workbench.quickRow("systems.list").first().waitFor();
    await workbench.screenshot("operations-light");
    await workbench.quickInput().fill("systems.list");
    await workbench.pick(/systems\.list.*reads/);
    await workbench.quickRow("Run systems.list").waitFor();
    await workbench.pick("limit");
    await workbench.see(/limit: Most to answer/);
    await workbench.quickInput().fill("many");
    await workbench.see(/limit must be a whole number/);
    await workbench.screenshot("operation-parameter-light");
    await workbench.answer("2");
    await workbench.quickRow("Run systems.list").waitFor();
    await workbench.screenshot("operation-form-light");
    await workbench.pick("Run systems.list");
    await page.locator(".view-line").filter({ hasText: '"status"' }).first().waitFor();

    await workbench.command("Rollcall: Run Operation…");
    await workbench.pick(/ubiops/);
    await workbench.pick(/service_users_create/);
    await workbench.pick("Run service_users_create");
    await workbench.pick("Write it in an editor");
    const send = page.locator(".codelens-decoration a").filter({ hasText: "Send service_users_create" });
    await send.waitFor();
    await workbench.screenshot("operation-body-light");
    await send.click();
    const dialog = await workbench.dialog();
    assert.match((await dialog.textContent()) ?? "", /Send service_users_create to \w+ at http:/);
    await workbench.screenshot("operation-consent-light");
    await workbench.dialog("Send");
    await page.locator(".codelens-decoration a").filter({ hasText: "Copy Token" }).waitFor();
    await workbench.notified(/shows the token this once/);
    await workbench.theme("dark");
    await workbench.screenshot("operation-token-dark");
    await workbench
      .notification(/shows the token this once/)
      .getByRole("button", { name: "Copy Token" })
      .click();
    await page.waitForFunction("navigator.clipboard.readText().then((text) => text !== '')");
    const token = await page.evaluate("navigator.clipboard.readText()");
    assert.match(String(token), /^\w{30,}$/);
    assert.ok(!((await page.locator(".monaco-workbench").textContent()) ?? "").includes(String(token)));

    await workbench.command("Rollcall: Run Operation…");
    await workbench.pick(/ubiops/);
    await workbench.pick(/service_users_get/);
    await workbench.see(/service_user_id: /);
    await workbench.answer("nobody");
    await workbench.pick("Run service_users_get");
    await page.locator(".codelens-decoration a").filter({ hasText: "Retry" }).waitFor();
    await page.locator(".view-line").filter({ hasText: "404" }).first().waitFor();
    await workbench.screenshot("operation-failed-dark");

    await workbench.command("Rollcall: Run Operation Again…");
    await workbench.quickRow("service_users_create").first().waitFor();
    await workbench.screenshot("operations-again-dark");
    await page.keyboard.press("Escape");

    await workbench.command("Rollcall: Probe Connection…");
    await workbench.pick("tacc");
    await page.locator(".view-line").filter({ hasText: "signed in" }).first().waitFor();
    await workbench.screenshot("probe-dark");

    await workbench.command("Rollcall: Sign In…");
    await workbench.pick("tacc");
    await workbench.quickRow("User name and password, once").waitFor();
    await workbench.screenshot("sign-in-ways-dark");
    await page.keyboard.press("Escape");
  });
});
