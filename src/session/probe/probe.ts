import { platformFacts } from "../../config/platform-facts.ts";
import type { Exchange } from "../../http/exchange.ts";
import type { ConnectionSettings, PlatformKind } from "../../platforms/settings.ts";
import type { Connections } from "../connections.ts";
import { probeAgave } from "./agave.ts";
import { probeAstakos } from "./astakos.ts";
import type { ProbeReport } from "./finding.ts";
import { probeOdm } from "./odm.ts";
import { probeOsparc } from "./osparc.ts";
import { Prober } from "./prober.ts";
import { probeScim } from "./scim.ts";
import { probeUbiops } from "./ubiops.ts";

const probes: Readonly<
  Record<PlatformKind, (prober: Prober, settings: ConnectionSettings) => Promise<void>>
> = {
  odm: probeOdm,
  scim: probeScim,
  astakos: (prober, { version }) => probeAstakos(prober, version),
  agave: probeAgave,
  ubiops: (prober, { project }) => probeUbiops(prober, project),
  osparc: probeOsparc,
};

/**
 * Finds out what the server of a connection is and what the token may do there. Sends reads alone.
 * Rejects with a `PlatformError` where it is cancelled or the connection cannot be used at all.
 */
export async function probe(
  connections: Connections,
  connection: string,
  signal: AbortSignal | undefined,
): Promise<ProbeReport> {
  let last: string | undefined;
  const { settings, client, operations } = connections.openOperations(connection, (exchange) => {
    last = described(exchange);
  });
  const lastExchange = () => {
    const present = last;
    last = undefined;
    return present;
  };
  const prober = new Prober({ caller: client.caller, operations, lastExchange, signal });
  await probes[settings.platform](prober, settings);
  const { reachable, signedIn, findings } = prober;
  const platform = platformFacts[settings.platform].title;
  return { connection, platform, url: settings.url, reachable, signedIn, findings };
}

function described({ method, url, status, failure }: Exchange): string {
  return [method, url, status ?? failure].filter((part) => part !== undefined).join(" ");
}
