import type { AppRequest } from "../../../platforms/agave/answers/apps.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { choosePlatformConnection } from "../../resources/choose.ts";
import { askDescription } from "../../resources/describe.ts";
import { registerDescribed } from "../../resources/register.ts";
import { showMade } from "../../resources/show-made.ts";
import { withViewProgress } from "../../ui/progress.ts";
import { appFieldsOfServer } from "../../views/apps/edit.ts";
import { exampleApp } from "../../views/apps/example.ts";

const title = "Register App";
const needs = [
  "name",
  "version",
  "executionSystem",
  "deploymentSystem",
  "deploymentPath",
  "templatePath",
  "testPath",
];

/** Registers an app from a description in JSON. Where there is one of the same name and version, the question shows what would change. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const connection = await choosePlatformConnection(host, given, "apps", title);
  if (connection === undefined) return;
  const example = await withViewProgress(viewIdOf("apps"), () => exampleApp(host, connection.name));
  const description = await askDescription<AppRequest>(host, { title, one: "app", example, needs });
  if (description === undefined) return;
  const id = `${description.name}-${description.version}`;
  const registered = await registerDescribed(host, connection, {
    view: "apps",
    one: "app",
    id,
    description,
    read: (appId) => ({ operation: "apps.get", args: { appId } }),
    add: { operation: "apps.add", args: { body: description } },
    ofServer: appFieldsOfServer,
  });
  if (!registered) return;
  const message = `${id} is registered on ${connection.name}.`;
  await showMade(host, "apps", connection.name, { id, offer: "registered", message });
}
