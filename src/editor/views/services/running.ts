import type { Host } from "../../host.ts";
import { originOfConnection } from "../../secrets/origin.ts";
import type { NodeSubject } from "../../tree/node.ts";

/** An interactive service that was started from here. The director lists none, so that they are remembered and asked for one by one. */
export interface StartedService {
  readonly connection: string;
  readonly origin: string;
  readonly uuid: string;
  readonly key: string;
  readonly version: string;
  readonly name: string;
  readonly user: string;
  /** Absent until the director has said that it runs. Null where its image opens no port. */
  readonly port?: number | null;
  readonly entryPoint?: string;
}

/** A running service as an item of the view. */
export interface RunningSubject extends NodeSubject {
  readonly kind: "runningService";
  readonly connection: string;
  readonly service: StartedService;
}

const startedKey = "services.started";
const mostRemembered = 100;

/** The services that were started on a connection, the newest last; those at another place of the same name are not among them. */
export async function startedServices(host: Host, connection: string): Promise<readonly StartedService[]> {
  const origin = await originOfConnection(host, connection);
  return all(host).filter((each) => each.connection === connection && each.origin === origin);
}

/** Remembers a service, in place of what was known of the same uuid. */
export async function rememberStarted(host: Host, service: StartedService): Promise<void> {
  await write(host, [...all(host).filter((each) => !isSame(each, service)), service]);
}

/** Forgets a service. */
export async function forgetStarted(host: Host, service: StartedService): Promise<void> {
  await write(
    host,
    all(host).filter((each) => !isSame(each, service)),
  );
}

/** Forgets all services at an origin. */
export async function forgetStartedAt(host: Host, origin: string): Promise<void> {
  await write(
    host,
    all(host).filter((each) => each.origin !== origin),
  );
}

/** Where a running service shows itself: the director's host, the published port, and the entry point. Undefined where it opens no port. */
export function addressOf({ origin, port, entryPoint = "" }: StartedService): string | undefined {
  if (port === undefined || port === null) return undefined;
  const address = new URL(origin);
  address.protocol = "http:";
  address.port = String(port);
  return `${address.origin}/${entryPoint.replace(/^\/+/, "")}`;
}

function all({ context }: Host): readonly StartedService[] {
  return context.globalState.get<readonly StartedService[]>(startedKey, []);
}

async function write({ context }: Host, services: readonly StartedService[]): Promise<void> {
  await context.globalState.update(startedKey, services.slice(-mostRemembered));
}

function isSame(one: StartedService, other: StartedService): boolean {
  return one.uuid === other.uuid && one.connection === other.connection && one.origin === other.origin;
}
