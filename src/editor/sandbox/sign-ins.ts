import type { SandboxEndpoints } from "../../sandbox/sandbox.ts";
import { originOf, type SignInPlace } from "../secrets/place.ts";

/** One of the sandbox's connections, with the token that it signs in with where it takes any. */
export interface SandboxSignIn extends SignInPlace {
  readonly token?: string;
}

/** The connections of the sandbox's configuration, and what they sign in with. */
export function sandboxSignIns({
  odm,
  astakos,
  agave,
  ubiops,
  osparc,
}: SandboxEndpoints): readonly SandboxSignIn[] {
  return [
    { connection: "odm", origin: originOf(odm.url), token: odm.token },
    { connection: "okeanos", origin: originOf(astakos.url), token: astakos.serviceToken },
    { connection: "tacc", origin: originOf(agave.url), token: agave.token },
    { connection: "models", origin: originOf(ubiops.url), token: ubiops.token },
    { connection: "osparc", origin: originOf(osparc.url) },
  ];
}
