import type { AppRequest } from "../../../platforms/agave/answers/apps.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { choosePlatformConnection } from "../../resources/choose.ts";
import { describeAndRegister } from "../../resources/describe-and-register.ts";
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
  const describing = { title, one: "app", example, needs };
  await describeAndRegister<AppRequest>(host, connection, describing, (description) => ({
    view: "apps",
    one: "app",
    id: `${description.name}-${description.version}`,
    description,
    read: (appId) => ({ operation: "apps.get", args: { appId } }),
    add: { operation: "apps.add", args: { body: description } },
    ofServer: appFieldsOfServer,
  }));
}
