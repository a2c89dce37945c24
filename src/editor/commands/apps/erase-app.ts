import type { Host } from "../../host.ts";
import { chooseApps } from "../../views/apps/choose.ts";
import { manageApps } from "../../views/apps/manage.ts";

/** Erases the selected apps after one question that names them. The platform lets administrators alone do it. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const apps = await chooseApps(host, given, "Erase App");
  await manageApps(host, apps, {
    action: "erase",
    verb: "Erase",
    doing: "erasing",
    done: "erased",
    consequence:
      "Also public ones are gone for good then, and jobs of them lose their app. Only administrators of the tenant may do it. This cannot be undone.",
  });
}
