import { givenSubjects } from "../../commands/given.ts";
import type { Host } from "../../host.ts";
import { choosePlatformConnection } from "../../resources/choose.ts";
import { type RunningSubject, type StartedService, startedServices } from "./running.ts";

/** The running services that a command was run on, or one that the person picks. */
export async function chooseRunning(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<readonly StartedService[]> {
  const selected = givenSubjects<RunningSubject>(given, "runningService");
  if (selected.length > 0) return selected.map(({ service }) => service);
  const connection = await choosePlatformConnection(host, given, "services", title);
  if (connection === undefined) return [];
  const services = await startedServices(host, connection.name);
  if (services.length === 0) {
    const message = `No service of ${connection.name} was started from here. The director does not list what others have started.`;
    await host.ask.offer({ id: "none", level: "information", message, actions: [] });
    return [];
  }
  const choices = services.map(({ uuid, name, version }) => ({
    id: uuid,
    label: `${name} ${version}`,
    description: uuid,
  }));
  const answer = await host.ask.pick({ id: "running", title, placeholder: "Which one?", choices });
  return services.filter(({ uuid }) => uuid === answer);
}
