import type { PlatformClients } from "../../platforms/open.ts";
import type { Host } from "../host.ts";
import { openConnection } from "../resources/open.ts";
import { agave } from "../views/agave/client.ts";
import { RemoteFileError } from "./remote-file-error.ts";

/** The client of the connection that an address names. Rejects with a `RemoteFileError` where it is none to Agave. */
export async function remoteClient(host: Host, connection: string): Promise<PlatformClients["agave"]> {
  const opened = await openConnection(host.sessions, connection);
  if (opened.settings.platform === "agave") return agave(opened);
  throw new RemoteFileError("notFound", `${connection} is no connection to Agave, so it has no files.`);
}
