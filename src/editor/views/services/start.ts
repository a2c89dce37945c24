import { randomUUID } from "node:crypto";
import * as vscode from "vscode";
import type { Host } from "../../host.ts";
import { logProblem } from "../../operations/log-problem.ts";
import { describeProblem } from "../../problem.ts";
import { showAgain } from "../../resources/show-again.ts";
import { originOfConnection } from "../../secrets/origin.ts";
import { withProgress } from "../../ui/progress.ts";
import {
  addressOf,
  forgetStarted,
  rememberStarted,
  type StartedService,
  startedServices,
} from "./running.ts";
import { osparcClient, type ServiceVersion } from "./service.ts";

/**
 * Starts an interactive service and waits until it runs; a person can stop waiting. It is remembered before it is asked for, so that it
 * is found again where the answer does not arrive.
 */
export async function startService(
  host: Host,
  resource: ServiceVersion,
  user: string,
  uuid: string,
): Promise<void> {
  const { connection, data } = resource;
  const origin = await originOfConnection(host, connection);
  if (origin === undefined) return;
  const { key, version, name = key } = data;
  const service: StartedService = { connection, origin, uuid, key, version, name, user };
  const isKnown = (await startedServices(host, connection)).some((each) => each.uuid === uuid);
  if (!isKnown) await rememberStarted(host, service);
  try {
    const running = await request(host, service);
    await rememberStarted(host, running);
    tellStarted(host, running);
  } catch (error) {
    if (!isKnown && !mayRun(error as Failure)) await forgetStarted(host, service);
    await showAgain(host, "services", connection);
    return tellFailed(host, error as Failure, resource, user, uuid);
  }
  await showAgain(host, "services", connection);
}

interface Failure {
  readonly landed?: unknown;
  readonly fromPlatform?: boolean;
  readonly kind?: unknown;
}

async function request(host: Host, service: StartedService): Promise<StartedService> {
  const { connection, name, version, uuid, user, key } = service;
  const client = await osparcClient(host, connection);
  const answer = await withProgress(`starting ${name} ${version}`, ({ signal }) =>
    client.call(
      "running_interactive_services_post",
      { user_id: user, service_key: key, service_uuid: uuid, service_tag: version },
      { signal },
    ),
  );
  const { published_port: port, entry_point: entryPoint } = answer;
  return { ...service, port: port ?? null, ...(entryPoint ? { entryPoint } : {}) };
}

function tellStarted(host: Host, service: StartedService): void {
  const address = addressOf(service);
  const open = "Open in Browser";
  const message = `${service.name} ${service.version} runs${address === undefined ? "; it opens no port" : ` at ${address}`}.`;
  void host.ask
    .offer({ id: "started", level: "information", message, actions: address === undefined ? [] : [open] })
    .then((answer) => {
      if (answer === open && address !== undefined) void vscode.env.openExternal(vscode.Uri.parse(address));
    });
}

/** Where the director itself has said that it failed, it does not run. */
function mayRun({ landed, fromPlatform, kind }: Failure): boolean {
  return landed === "unknown" && (kind === "cancelled" || fromPlatform !== true);
}

async function tellFailed(
  host: Host,
  error: Failure,
  resource: ServiceVersion,
  user: string,
  uuid: string,
): Promise<void> {
  if (error.kind === "conflict") return offerAnother(host, resource, user, uuid);
  if (error.kind !== "cancelled") throw error;
  logProblem(host.log, `starting ${resource.name}`, describeProblem(error));
  await tellCancelled(host, resource.name);
}

async function offerAnother(host: Host, version: ServiceVersion, user: string, uuid: string): Promise<void> {
  const another = "Start with a New UUID";
  const answer = await host.ask.offer({
    id: "conflict",
    level: "warning",
    message: `A service runs under the uuid ${uuid} on ${version.connection} already. Each one that runs needs a uuid of its own.`,
    actions: [another],
  });
  if (answer === another) await startService(host, version, user, randomUUID());
}

async function tellCancelled(host: Host, name: string): Promise<void> {
  const message = `Rollcall stopped waiting for ${name}, but it may be starting all the same. It is under Running: refresh to see whether it runs, and stop it there.`;
  await host.ask.offer({ id: "cancelled", level: "warning", message, actions: [] });
}
