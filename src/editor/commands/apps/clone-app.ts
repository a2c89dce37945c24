import type { Host } from "../../host.ts";
import { askSteps, type Step } from "../../ui/steps.ts";
import type { AppResource } from "../../views/apps/app.ts";
import { chooseApps } from "../../views/apps/choose.ts";
import { copyApp } from "../../views/apps/copy.ts";
import { askAppName, askAppVersion } from "../../views/apps/name-questions.ts";
import { askSystem, systemsOf } from "../../views/apps/systems.ts";

const title = "Clone App";
const places = ["executionSystem", "deploymentSystem", "deploymentPath"] as const;

/** Makes a private copy of an app, and of a public one its files too. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [app] = await chooseApps(host, given, title);
  if (app === undefined) return;
  const { data } = app;
  const wheres = data.isPublic ? await placeSteps(host, app) : [];
  const of = 2 + wheres.length;
  const answers = await askSteps([
    (value = `${data.name}-clone`) => askAppName(host, { title, step: { title, step: 1, of }, value }),
    (value = data.version) => askAppVersion(host, { title, step: { title, step: 2, of }, value }),
    ...wheres,
  ]);
  if (answers === undefined) return;
  const [name = "", version = "", ...where] = answers.map((answer) => answer.trim());
  const named = places.map((place, index) => [place, where[index] ?? ""] as const);
  const consequence = data.isPublic
    ? "A private copy becomes yours, with its own files where you said. It can be changed and published."
    : "A private copy becomes yours, which uses the same files. It can be changed and published.";
  await copyApp(host, app, {
    action: "clone",
    changes: { name, version, ...Object.fromEntries(named.filter(([, value]) => value !== "")) },
    verb: "Clone",
    doing: "cloned",
    consequence,
  });
}

/** Where the copy of a public app runs, and where its files go. */
async function placeSteps(host: Host, { connection, data }: AppResource): Promise<readonly Step[]> {
  const [execution, storage] = await Promise.all([
    systemsOf(host, connection, "EXECUTION"),
    systemsOf(host, connection, "STORAGE"),
  ]);
  const step = (number: number) => ({ title, step: number, of: 5 });
  return [
    (value = data.executionSystem ?? "") =>
      askSystem(host, execution, {
        id: "executionSystem",
        title,
        step: step(3),
        prompt: "The system that the clone runs on",
        value,
      }),
    (value = data.deploymentSystem ?? "") =>
      askSystem(host, storage, {
        id: "deploymentSystem",
        title,
        step: step(4),
        prompt: "The system that its files are copied to",
        value,
      }),
    (value = `apps/${data.name}-clone-${data.version}`) =>
      host.ask.input({
        id: "deploymentPath",
        title,
        step: step(5),
        prompt: "The folder that its files are copied to; empty for the platform's choice",
        value,
      }),
  ];
}
