import type { Host } from "../host.ts";
import { originOf } from "./place.ts";

/** The scheme, host and port of a connection; undefined where there is no such connection. */
export async function originOfConnection(host: Host, connection: string): Promise<string | undefined> {
  const state = await host.configuration.state();
  const url = "configuration" in state ? state.configuration.connections[connection]?.url : undefined;
  return url === undefined ? undefined : originOf(url);
}
