import { urlOf } from "../../platforms/address.ts";
import type { ConnectionSettings } from "../../platforms/settings.ts";
import type { Host } from "../host.ts";
import { openConnection } from "./open.ts";
import type { Resource } from "./resource.ts";

/** Where something is to be read. */
interface Address {
  readonly settings: ConnectionSettings;
  readonly url: string;
}

/** The URLs of resources. Nothing is sent. */
export function urlsOf(host: Host, resources: readonly Resource[]): Promise<readonly Address[]> {
  return Promise.all(
    resources.map(async ({ view, connection, id }) => {
      const open = await openConnection(host.sessions, connection);
      const { call } = await host.resources[view].kind();
      return { settings: open.settings, url: await urlOf(open, call(id)) };
    }),
  );
}
