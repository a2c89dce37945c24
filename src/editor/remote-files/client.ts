import type { PlatformClients } from "../../platforms/open.ts";
import type { Host } from "../host.ts";
import { openConnection } from "../resources/open.ts";
import { RemoteFileError } from "./remote-file-error.ts";

/** The client of a connection to Agave. */
export async function agaveClient(host: Host, connection: string): Promise<PlatformClients["agave"]> {
  const { client, settings } = await openConnection(host.sessions, connection);
  if (settings.platform === "agave") return client as unknown as PlatformClients["agave"];
  throw new RemoteFileError("notFound", `${connection} is no connection to Agave, so it has no files.`);
}
