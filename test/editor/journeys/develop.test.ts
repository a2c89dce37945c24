import { cpSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { withPage } from "../../tools/journey.ts";
import { root } from "../../tools/paths.ts";

test("a contributor who presses F5 lands in Rollcall's views on a running sandbox", async () => {
  const playground = join(root, "test", "tools", "playground");
  const prepare = (folder: string) => cpSync(playground, folder, { recursive: true });
  await withPage({ environment: { ROLLCALL_START_SANDBOX: "1" }, prepare }, async (workbench) => {
    await workbench.item(/^odm, 100 of \d+/, "Users").waitFor();
    await workbench.view("Reconciliation").waitFor();
  });
});
