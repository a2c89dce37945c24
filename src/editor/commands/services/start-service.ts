import { randomUUID } from "node:crypto";
import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import { askSteps } from "../../ui/steps.ts";
import { isInteractive, type ServiceSubject, type ServiceVersion } from "../../views/services/service.ts";
import { startService } from "../../views/services/start.ts";
import { givenSubject } from "../given.ts";

const title = "Start Service";
const userKey = "services.user";

/** Asks which version to start, for whom, and under which uuid; starts it. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const versions = await startable(host, given);
  const [newest] = versions;
  if (newest === undefined) return;
  const of = versions.length > 1 ? 3 : 2;
  const step = (number: number) => ({ title, step: number, of });
  const answers = await askSteps([
    ...(versions.length > 1
      ? [
          () =>
            host.ask.pick({
              id: "version",
              title,
              step: step(1),
              placeholder: "Which version?",
              choices: versions.map(({ id, data }) => ({ id, label: data.version, description: data.key })),
            }),
        ]
      : []),
    () =>
      host.ask.input({
        id: "user",
        title,
        step: step(of - 1),
        prompt: "User id that it is started for",
        value: host.context.globalState.get<string>(userKey, ""),
        validate: (text) => (text.trim() === "" ? { message: "oSPARC needs a user id." } : undefined),
      }),
    () =>
      host.ask.input({
        id: "uuid",
        title,
        step: step(of),
        prompt: "A uuid that it runs under; each one needs its own",
        value: randomUUID(),
        validate: (text) => (text.trim() === "" ? { message: "A uuid is needed." } : undefined),
      }),
  ]);
  if (answers === undefined) return;
  const [uuid = "", user = "", id] = answers.toReversed();
  const version = versions.find((each) => each.id === id) ?? newest;
  await host.context.globalState.update(userKey, user.trim());
  await startService(host, version, user.trim(), uuid.trim());
}

/** The versions to choose from: those of the service that was selected, or the one that was selected or picked. */
async function startable(host: Host, given: readonly unknown[]): Promise<readonly ServiceVersion[]> {
  const service = givenSubject<ServiceSubject>(given, "service");
  if (service !== undefined) return service.versions.filter(({ data }) => isInteractive(data));
  const chosen: readonly ServiceVersion[] = await chooseResources(host, given, "services", {
    title,
    eligible: {
      test: ({ data }) => isInteractive(data),
      none: "Only interactive services can be started by themselves; computational ones run within studies.",
    },
  });
  return chosen.slice(0, 1);
}
