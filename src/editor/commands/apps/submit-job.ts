import type { Host } from "../../host.ts";
import { submitJob } from "../../submission/submit-job.ts";
import { isAvailable } from "../../views/apps/app.ts";
import { chooseApps } from "../../views/apps/choose.ts";

/** Submits a job of an app. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [app] = await chooseApps(host, given, "Submit Job", {
    test: isAvailable,
    none: "The app is disabled, so no job of it can be submitted. Enable it first.",
  });
  if (app !== undefined) await submitJob(host, app.connection, app.id);
}
