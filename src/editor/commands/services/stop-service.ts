import type { Host } from "../../host.ts";
import { confirmed } from "../../resources/confirmation.ts";
import { showAllAgain } from "../../resources/show-again.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { chooseRunning } from "../../views/services/choose-running.ts";
import { forgetStarted, type StartedService } from "../../views/services/running.ts";
import { osparcClient } from "../../views/services/service.ts";

/** Stops the selected services after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const services = await chooseRunning(host, given, "Stop Service");
  if (services.length === 0) return;
  const approved = await confirmed(host, services, {
    id: "stop",
    verb: "Stop",
    one: "service",
    detailOf: ({ name, version, uuid }) => `${name} ${version} (${uuid})`,
    consequence: "What is not saved in them is lost.",
  });
  if (!approved) return;
  await workOnEach(host, {
    items: services,
    nameOf: ({ name }) => name,
    doing: "stopping",
    done: "stopped",
    one: "service",
    run: (service, signal) => stop(host, service, signal),
    show: () => showAllAgain(host, "services", services),
  });
}

/** One that does not run any more counts as stopped. */
async function stop(host: Host, service: StartedService, signal: AbortSignal): Promise<void> {
  const client = await osparcClient(host, service.connection);
  await client
    .call("running_interactive_services_delete", { service_uuid: service.uuid }, { signal })
    .catch((error: { readonly kind?: unknown }) => {
      if (error.kind !== "notFound") throw error;
    });
  await forgetStarted(host, service);
}
