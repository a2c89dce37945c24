import type { PlatformClients } from "../../../platforms/open.ts";
import type { Service } from "../../../platforms/osparc/answers.ts";
import type { Host } from "../../host.ts";
import { openConnection } from "../../resources/open.ts";
import type { Resource } from "../../resources/resource.ts";
import type { NodeSubject } from "../../tree/node.ts";

/** One version of a service as the view has it. */
export type ServiceVersion = Resource<Service>;

/** A service with all its versions as an item of the view. */
export interface ServiceSubject extends NodeSubject {
  readonly kind: "service";
  readonly connection: string;
  readonly key: string;
  /** The newest first. */
  readonly versions: readonly ServiceVersion[];
}

/** The id of a version: `KEY:VERSION`, as the director names it in its messages. */
export function serviceId({ key, version }: Pick<Service, "key" | "version">): string {
  return `${key}:${version}`;
}

/** Whether it is an interactive service, which can be started by itself. */
export function isInteractive({ key, type }: Service): boolean {
  return type === "dynamic" || (type === undefined && key.includes("/dynamic/"));
}

/** The client of a connection to oSPARC. */
export async function osparcClient(host: Host, connection: string): Promise<PlatformClients["osparc"]> {
  const { client } = await openConnection(host.sessions, connection);
  return client as unknown as PlatformClients["osparc"];
}
