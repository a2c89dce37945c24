import { secretVariable } from "../config/secrets.ts";
import type { SandboxEndpoints } from "../sandbox/sandbox.ts";

/** With these besides the token, a new one is obtained where it expires. */
const agaveSecrets = ["token", "clientKey", "clientSecret", "username", "password"] as const;

/** The environment variables that the sandbox's sample configuration is signed in by. */
export function sandboxVariables({
  odm,
  astakos,
  agave,
  ubiops,
}: SandboxEndpoints): readonly (readonly [string, string])[] {
  return [
    [secretVariable("odm", "token"), odm.token],
    [secretVariable("okeanos", "token"), astakos.serviceToken],
    [secretVariable("models", "token"), ubiops.token],
    ...agaveSecrets.map((name) => [secretVariable("tacc", name), agave[name]] as const),
    [secretVariable("models", "token"), ubiops.token],
  ];
}
