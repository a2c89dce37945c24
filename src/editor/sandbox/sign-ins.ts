import type { SandboxEndpoints } from "../../sandbox/sandbox.ts";
import { originOf } from "../secrets/store.ts";

/** The token of one of the sandbox's connections. */
export interface SandboxSignIn {
  readonly connection: string;
  readonly origin: string;
  readonly token: string;
}

/** What the connections of the sandbox's configuration sign in with. */
export function sandboxSignIns({ odm, astakos, agave, ubiops }: SandboxEndpoints): readonly SandboxSignIn[] {
  return [
    { connection: "odm", origin: originOf(odm.url), token: odm.token },
    { connection: "okeanos", origin: originOf(astakos.url), token: astakos.serviceToken },
    { connection: "tacc", origin: originOf(agave.url), token: agave.token },
    { connection: "models", origin: originOf(ubiops.url), token: ubiops.token },
  ];
}
