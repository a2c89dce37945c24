import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { withPage } from "../../tools/journey.ts";
import { items } from "./support/views.ts";

function configuration(platform: string, url: string): string {
  return `${JSON.stringify({ connections: { odm: { platform, url } } }, null, 2)}\n`;
}

test("a broken configuration leads to its problem, and an unreachable server to an error in its place", async () => {
  const write = (workspace: string, platform: string, url: string) =>
    writeFileSync(join(workspace, "rollcall.jsonc"), configuration(platform, url));
  await withPage(
    { prepare: (workspace) => write(workspace, "odmm", "http://127.0.0.1:9") },
    async (workbench) => {
      await workbench.openContainer("Rollcall");
      await workbench.view("Users").getByRole("button", { name: "Show the Problem" }).click();
      await workbench.page.locator(".squiggly-error").first().waitFor();
      await workbench.screenshot("broken-light");

      write(workbench.workspace, "odm", "http://127.0.0.1:9");
      const signIn = items(workbench, "Users", /^odm needs a sign-in, .*error$/);
      await signIn.waitFor();
      await signIn.hover();
      await workbench.screenshot("sign-in-light");
      await signIn.getByRole("button", { name: "Sign In" }).click();
      assert.equal(await workbench.quickInput().getAttribute("type"), "password");
      await workbench.screenshot("token-light");
      await workbench.answer("tok-canary-journey");

      const failure = items(workbench, "Users", /^odm cannot be reached, Select to retry, error$/);
      await failure.waitFor({ timeout: 60_000 });
      await failure.hover();
      await failure.getByRole("button", { name: "Show Details" }).click();
      await workbench.see(/ECONNREFUSED|refused/i);
      await workbench.theme("dark");
      await workbench.screenshot("error-dark");
      assert.ok(
        !((await workbench.page.locator(".monaco-workbench").textContent()) ?? "").includes("canary"),
      );
    },
  );
});

test("in a folder that is not trusted, the configuration is not read and nothing is sent", async () => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests++;
    response.end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await withPage(
      {
        settings: {
          "security.workspace.trust.enabled": true,
          "security.workspace.trust.startupPrompt": "never",
        },
        prepare: (workspace) => writeFileSync(join(workspace, "rollcall.jsonc"), configuration("odm", url)),
      },
      async (workbench) => {
        await workbench.openContainer("Rollcall");
        await workbench.view("Users").getByText("This folder is not trusted").waitFor();
        await workbench.view("Reconciliation").getByText("This folder is not trusted").waitFor();
        await workbench.screenshot("restricted-light");
      },
    );
    assert.equal(requests, 0);
  } finally {
    server.close();
  }
});
