import { openEdit } from "../../edits/open.ts";
import type { Host } from "../../host.ts";
import { chooseApps } from "../../views/apps/choose.ts";

/** Opens a private app as a document whose save writes what was changed. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [app] = await chooseApps(host, given, "Update App", {
    test: ({ isPublic }) => isPublic !== true,
    none: "Public apps cannot be changed. Clone it, change the clone, and publish that.",
  });
  if (app === undefined) return;
  const { connection, id, name } = app;
  await openEdit(host, { kind: "app", connection, id }, name);
}
