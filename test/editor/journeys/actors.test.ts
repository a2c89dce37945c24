import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Sandbox, sampleConfiguration, startSandbox } from "../../../src/sandbox/sandbox.ts";
import { withPage } from "../../tools/journey.ts";
import type { Workbench } from "../../tools/workbench.ts";
import { items, toggle } from "./support/views.ts";

const thumbnails = /^thumbnails, /;
const ledger = /^checksum-ledger, ready · keeps state · /;

test("a person looks after actors: browses, filters, registers, sends, edits the state, works on workers, deletes", async () => {
  await withActors(async (workbench) => {
    const { page } = workbench;
    const actors = (label: RegExp) => items(workbench, "Actors", label);
    const line = (text: string | RegExp) => page.locator(".view-line").filter({ hasText: text }).first();
    await actors(/^thumbnails, ready · sandbox\/thumbnails:1\.2, actor$/).waitFor();
    await workbench.screenshot("actors-light");

    await actors(thumbnails).hover();
    await page.locator(".monaco-hover").filter({ hasText: "Makes small pictures" }).waitFor();
    await workbench.screenshot("actor-tooltip-light");

    await toggle(actors(thumbnails));
    for (const section of ["Executions", "Messages", "Workers", "Nonces", "Permissions"])
      await toggle(actors(new RegExp(`^${section}, .*section$`)));
    await actors(/^No message waits/).waitFor();
    await actors(/^No nonces/).waitFor();
    await actors(/, UPDATE · owner, /).waitFor();
    const first = actors(/, complete 1 h ago · 1 s, execution$/);
    await first.click();
    await line("Message: hello").waitFor();
    await workbench.screenshot("actor-below-light");

    await workbench.openMenu(first, "Get Result of Execution…");
    await workbench.screenshot("actor-execution-menu-light");
    await page.keyboard.press("Escape");
    await workbench.contextMenu(/, complete .*execution$/, "Get Result of Execution…", "Actors");
    const result = await workbench.dialog();
    assert.match((await result.textContent()) ?? "", /gives each result once/);
    await workbench.dialog("Take Result");
    await page.waitForFunction(
      `document.querySelector(".quick-input-widget input.input")?.value.endsWith(".bin")`,
    );
    await page.keyboard.press("Enter");
    await workbench.notified(/Saved .*\.bin/);

    await workbench.itemAction(/^Nonces, /, "Create Nonce…", "Actors");
    await workbench.pick("READ");
    await workbench.answer("3");
    await workbench.notified(/It is as good as a password/);
    await actors(/^….{4}, READ · 3 of 3 uses left, nonce$/).waitFor();

    await workbench.itemAction(thumbnails, "Send Message…", "Actors");
    await workbench.quickRow("A file, as it is…").waitFor();
    await workbench.screenshot("actor-message-light");
    await workbench.pick("A text");
    await workbench.answer("grüße an alle");
    await workbench.see(/Environment for this execution/);
    await workbench.answer("QUALITY=low");
    const sending = await workbench.dialog();
    assert.match((await sending.textContent()) ?? "", /Send this message to thumbnails of tacc\?.*grüße/s);
    await workbench.dialog("Send");
    const executions = actors(/, complete .*execution$/);
    await executions.nth(1).waitFor();
    await executions.first().click();
    await line("grüße an alle").waitFor();
    await line("QUALITY=low").waitFor();
    await workbench.screenshot("actor-sent-light");

    await workbench.itemAction(/^Workers, /, "Add Workers…", "Actors");
    await workbench.answer("2");
    const workers = actors(/, ready · sandbox\/thumbnails:1\.2, worker$/);
    await workers.nth(1).waitFor();
    await workbench.screenshot("actor-workers-light");
    await workbench.contextMenu(/, ready · .*worker$/, "Remove Worker…", "Actors");
    const removal = await workbench.dialog();
    assert.match((await removal.textContent()) ?? "", /What they run comes to an end first/);
    await workbench.dialog("Remove");
    await workers.nth(1).waitFor({ state: "hidden" });
    await actors(/, shutdown requested .*worker$/).waitFor({ state: "hidden" });
    await toggle(actors(thumbnails));

    await workbench.theme("dark");
    await workbench.viewAction("Actors", "Filter Actors…");
    await workbench.quickInput().fill("colour=red");
    await workbench.see(/no field colour/);
    await workbench.answer("name.like=ledger");
    await actors(/^tacc, 1 · filtered, /).waitFor();
    await actors(thumbnails).waitFor({ state: "hidden" });
    await toggle(actors(ledger));
    await actors(/^State, /).click();
    await line("{").waitFor();
    await page.locator(".editor-instance .view-lines").last().click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("Delete");
    await page.keyboard.type('{"files": 3}');
    await workbench.screenshot("actor-state-dark");
    await page.keyboard.press("ControlOrMeta+s");
    await page.locator(".tab.active:not(.dirty)").waitFor();
    await workbench.command("View: Close Editor");
    await actors(/^State, /).click();
    await line('"files": 3').waitFor();
    await workbench.viewAction("Actors", "Clear Filter of Actors");
    await actors(thumbnails).waitFor();

    for (const name of ["resize", "archive"]) await register(workbench, name);
    await actors(/^archive, ready · sandbox\/archive:1, actor$/).waitFor();
    await actors(/^resize, ready · sandbox\/resize:1, actor$/).click();
    await actors(/^archive, /).click({ modifiers: ["ControlOrMeta"] });
    await workbench.contextMenu(/^archive, /, "Delete Actor…", "Actors");
    const deletion = await workbench.dialog();
    assert.match((await deletion.textContent()) ?? "", /Delete 2 actors of tacc\?/);
    await workbench.screenshot("actors-delete-dark");
    await workbench.dialog("Delete 2");
    await workbench.notified("2 actors deleted.");
    await actors(/^archive, /).waitFor({ state: "hidden" });
    await actors(/^resize, /).waitFor({ state: "hidden" });
  });
});

test("a person sees in the place of an actor's part what went wrong, and tries again", async () => {
  await withActors(async (workbench, sandbox) => {
    const actors = (label: RegExp) => items(workbench, "Actors", label);
    await toggle(actors(thumbnails));
    sandbox.setFaults([{ kind: "serverError", platform: "agave", path: "/actors/v2" }]);
    await toggle(actors(/^Workers, .*section$/));
    const failure = actors(/^tacc is unavailable, .*error$/);
    await failure.waitFor();
    await workbench.screenshot("actor-error-light");
    await workbench.theme("dark");
    await failure.hover();
    await workbench.page.locator(".monaco-hover:visible").first().waitFor();
    await workbench.screenshot("actor-error-dark");
    sandbox.setFaults([]);
    await failure.click();
    await actors(/, ready · sandbox\/thumbnails:1\.2, worker$/).waitFor();
    await failure.waitFor({ state: "hidden" });
  });
});

/** Does something with the Actors view alone in sight, signed in to Agave as its administrator, who may change workers. */
async function withActors(walk: (workbench: Workbench, sandbox: Sandbox) => Promise<void>): Promise<void> {
  const sandbox = await startSandbox();
  const prepare = (workspace: string) =>
    writeFileSync(join(workspace, "rollcall.jsonc"), sampleConfiguration(sandbox.endpoints));
  // Typed as it is to stand there: the editor closes and surrounds nothing by itself.
  const settings = {
    "files.simpleDialog.enable": true,
    "editor.autoClosingBrackets": "never",
    "editor.autoClosingQuotes": "never",
  };
  try {
    await withPage({ prepare, settings }, async (workbench) => {
      await workbench.openContainer("Rollcall");
      await items(workbench, "Users", /^odm needs a sign-in/).waitFor();
      for (const other of ["Users", "Reconciliation"]) await workbench.fold(other);
      await workbench.unfold("Actors");
      await workbench.itemAction(/^tacc needs a sign-in/, "Sign In…", "Actors");
      await workbench.pick("Access token");
      await workbench.answerSecret(sandbox.state().agave.tokens.admin);
      await items(workbench, "Actors", /^tacc, 2, connection$/).waitFor();
      await walk(workbench, sandbox);
    });
  } finally {
    await sandbox.close();
  }
}

async function register(workbench: Workbench, name: string): Promise<void> {
  await workbench.viewAction("Actors", "Register Actor…");
  await workbench.pick("By its image and name");
  await workbench.see("Register Actor (1/4)");
  await workbench.answer(`sandbox/${name}:1`);
  await workbench.see("Register Actor (2/4)");
  await workbench.answer(name);
  await workbench.see("Register Actor (3/4)");
  await workbench.answer("");
  await workbench.quickRow("Several workers can run it at once").click();
  const dialog = await workbench.dialog();
  assert.match((await dialog.textContent()) ?? "", /Register an actor on tacc at http/);
  await workbench.dialog("Register");
  await items(workbench, "Actors", new RegExp(`^${name}, `)).waitFor();
}
