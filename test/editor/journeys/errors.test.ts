import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sampleConfiguration, startSandbox } from "../../../src/sandbox/sandbox.ts";
import { withPage } from "../../tools/journey.ts";
import { signIn, signInByPassword } from "./support/sign-in.ts";
import { items } from "./support/views.ts";

/** What every view shows of the sandbox, and the connection that it is read from. */
const views = [
  { view: "Users", connection: "odm", first: /^odm, 100 of \d+/ },
  { view: "Service Users", connection: "models", first: /^models, 8/ },
  { view: "Actors", connection: "tacc", first: /^tacc, \d+/ },
  { view: "Apps", connection: "tacc", first: /^tacc, \d+/ },
  { view: "Jobs", connection: "tacc", first: /^tacc, \d+/ },
  { view: "Systems", connection: "tacc", first: /^tacc, \d+/ },
  { view: "Services", connection: "osparc", first: /^osparc, \d+/ },
] as const;

const platforms = ["odm", "ubiops", "agave", "osparc"] as const;

test("a person sees in every view why it could not be read, keeps what was there, and has it read again", async () => {
  const sandbox = await startSandbox();
  const { agave, odm, ubiops } = sandbox.endpoints;
  const prepare = (workspace: string) =>
    writeFileSync(join(workspace, "rollcall.jsonc"), sampleConfiguration(sandbox.endpoints));
  try {
    await withPage({ prepare }, async (workbench) => {
      await workbench.openContainer("Rollcall");
      await items(workbench, "Users", /^odm needs a sign-in/).waitFor();
      for (const [connection, { token }] of Object.entries({ odm, models: ubiops })) {
        await signIn(workbench, connection, token);
      }
      await workbench.command("Rollcall: Sign In…");
      await workbench.pick(/^tacc/);
      await signInByPassword(workbench, agave);
      await items(workbench, "Users", /^odm, 100 of \d+/).waitFor();
      await workbench.fold("Reconciliation");
      await workbench.fold("Users");

      for (const [index, { view, connection, first }] of views.entries()) {
        if (index === 4) await workbench.theme("dark");
        await workbench.unfold(view);
        await items(workbench, view, first).waitFor();
        sandbox.setFaults(platforms.map((platform) => ({ kind: "forbidden", platform })));
        await workbench.viewAction(view, /^Refresh/);
        const failure = items(workbench, view, new RegExp(`^${connection} does not allow this, .*error$`));
        await failure.waitFor();
        await items(workbench, view, first).waitFor();
        await workbench.screenshot(`error-${view.toLowerCase().replace(" ", "-")}`);
        sandbox.setFaults([]);
        await failure.click();
        await failure.waitFor({ state: "hidden" });
        await items(workbench, view, first).waitFor();
        await workbench.fold(view);
      }
    });
  } finally {
    await sandbox.close();
  }
});
