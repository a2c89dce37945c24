import { secretVariable } from "../config/secrets.ts";
import type { SandboxEndpoints } from "../sandbox/sandbox.ts";

/** The environment variables that the sandbox's sample configuration is signed in by. */
export function sandboxVariables({
  odm,
  astakos,
  agave,
}: SandboxEndpoints): readonly (readonly [string, string])[] {
  return [
    [secretVariable("odm", "token"), odm.token],
    [secretVariable("okeanos", "token"), astakos.serviceToken],
    [secretVariable("tacc", "token"), agave.token],
  ];
}
