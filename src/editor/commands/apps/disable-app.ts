import type { Host } from "../../host.ts";
import { isAvailable } from "../../views/apps/app.ts";
import { chooseApps } from "../../views/apps/choose.ts";
import { manageApps } from "../../views/apps/manage.ts";

/** Keeps apps from being run. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const apps = await chooseApps(host, given, "Disable App", {
    test: isAvailable,
    none: "Every app is disabled already.",
  });
  await manageApps(host, apps, {
    action: "disable",
    verb: "Disable",
    doing: "disabling",
    done: "disabled",
    consequence:
      "Nobody can run them any more. Lists leave them out, unless they are filtered by available=false; Enable App brings them back.",
  });
}
