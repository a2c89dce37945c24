import type { Host } from "../../host.ts";
import { deleteResources } from "../../resources/delete.ts";
import { standingOf } from "../../views/apps/app.ts";
import { chooseApps } from "../../views/apps/choose.ts";

const ofPrivate = "A private app is gone with its permissions. This cannot be undone.";
const ofPublic =
  "A public app is only taken out of use: nobody can see or run it any more, its jobs stay, and an administrator can enable it again.";

/** Deletes the selected apps after one question that names them and says what it means for each. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const apps = await chooseApps(host, given, "Delete App");
  const consequences = [
    ...(apps.some(({ data }) => !data.isPublic) ? [ofPrivate] : []),
    ...(apps.some(({ data }) => data.isPublic) ? [ofPublic] : []),
  ];
  await deleteResources(host, apps, {
    one: "app",
    detailOf: ({ id, data }) => `${id}, ${standingOf(data)}`,
    consequence: consequences.join("\n"),
    call: (appId) => ({ operation: "apps.delete", args: { appId } }),
  });
}
