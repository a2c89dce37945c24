import type { Host } from "../host.ts";
import type { ResourceViewName } from "./catalogue.ts";
import { showAgain } from "./show-again.ts";

/** Reads a resource again that was written, and shows it. */
export function showSaved(view: ResourceViewName) {
  return async (host: Host, connection: string, id: string): Promise<void> => {
    await host.resources[view].reread(connection, id);
    await showAgain(host, view, connection);
  };
}
