import type { Host } from "../../host.ts";
import { askSteps } from "../../ui/steps.ts";
import { isAvailable } from "../../views/apps/app.ts";
import { chooseApps } from "../../views/apps/choose.ts";
import { copyApp } from "../../views/apps/copy.ts";
import { askAppName, askAppVersion } from "../../views/apps/name-questions.ts";
import { askSystem, systemsOf } from "../../views/apps/systems.ts";

const title = "Publish App";

/** Makes a public copy of a private app. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [app] = await chooseApps(host, given, title, {
    test: (each) => each.isPublic !== true && isAvailable(each),
    none: "Only private apps that are enabled can be published. A public app is there for everybody already.",
  });
  if (app === undefined) return;
  const { data, connection } = app;
  const systems = await systemsOf(host, connection, "EXECUTION");
  const step = (number: number) => ({ title, step: number, of: 3 });
  const answers = await askSteps([
    (value = data.name) => askAppName(host, { title, step: step(1), value }),
    (value = data.version) => askAppVersion(host, { title, step: step(2), value }),
    (value = data.executionSystem ?? "") =>
      askSystem(host, systems, {
        id: "executionSystem",
        title,
        step: step(3),
        prompt: "The system that it runs on; you have to be a publisher of it",
        value,
      }),
  ]);
  if (answers === undefined) return;
  const [name = "", version = "", executionSystem = ""] = answers.map((answer) => answer.trim());
  await copyApp(host, app, {
    action: "publish",
    changes: { name, version, executionSystem },
    verb: "Publish",
    doing: "published",
    consequence:
      "A copy of it becomes public under the next revision: everybody can see and run it, and it cannot be changed any more. The private app stays as it is.",
  });
}
