import type { App } from "../../../platforms/agave/answers/apps.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { choosePlatformConnection } from "../../resources/choose.ts";
import { withViewProgress } from "../../ui/progress.ts";
import { agaveClient } from "../../views/agave/client.ts";
import { type AppResource, appName, isAvailable } from "../../views/apps/app.ts";
import { chooseApps } from "../../views/apps/choose.ts";
import { manageApps } from "../../views/apps/manage.ts";

const title = "Enable App";
const none = "No app is disabled: all that you can see can be run.";

/** Lets apps be run again that were disabled. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const apps =
    given.length > 0
      ? await chooseApps(host, given, title, {
          test: (app) => !isAvailable(app),
          none: "The app is enabled already.",
        })
      : await pickDisabled(host);
  await manageApps(host, apps, {
    action: "enable",
    verb: "Enable",
    doing: "enabling",
    done: "enabled",
    consequence: "Whoever may run them can do so again.",
  });
}

/** The list leaves disabled apps out, unless it is filtered for them. */
async function pickDisabled(host: Host): Promise<readonly AppResource[]> {
  const connection = await choosePlatformConnection(host, [], "apps", title);
  if (connection === undefined) return [];
  const { name } = connection;
  const apps = await withViewProgress(viewIdOf("apps"), async () => {
    const client = await agaveClient(host, name);
    const found = await client.call("apps.list", {
      limit: 250,
      filter: ["*"],
      search: { available: "false" },
    });
    return (found as readonly App[]).filter((app) => !isAvailable(app));
  });
  if (apps.length === 0) {
    await host.ask.offer({ id: "none", level: "information", message: none, actions: [] });
    return [];
  }
  const choices = apps.map((app) => ({ id: app.id, label: appName(app), description: app.id }));
  const answer = await host.ask.pick({ id: "resource", title, placeholder: "Which one?", choices });
  return apps
    .filter(({ id }) => id === answer)
    .map((data) => ({ view: "apps", connection: name, id: data.id, name: appName(data), data, json: data }));
}
