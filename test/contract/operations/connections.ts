import { type AnyClient, openAnyClient } from "../../../src/platforms/open.ts";
import type { PlatformKind } from "../../../src/platforms/settings.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { FakeClock } from "../../unit/http/clock.ts";
import { memorySecrets } from "../platforms/world.ts";

export type SandboxPlatform = Exclude<PlatformKind, "scim">;

/** Whose token signs in: `usual` may do what the operations do; the others are the platform's own. */
export type Who = "usual" | "wrong" | "member" | "service" | "admin" | "colleague";

/** The tokens of each platform. */
function tokensOf(sandbox: Sandbox, platform: SandboxPlatform): Partial<Record<Who, string>> {
  const { odm, astakos, agave, ubiops } = sandbox.endpoints;
  const state = sandbox.state();
  return {
    wrong: "nobodys-token",
    ...{
      odm: { usual: odm.token, member: state.odm.memberToken },
      astakos: { usual: astakos.userToken, service: astakos.serviceToken },
      agave: { usual: agave.token, ...state.agave.tokens },
      ubiops: { usual: ubiops.token },
      osparc: { usual: "none" },
    }[platform],
  };
}

/** Opens a connection to a platform of the sandbox, as somebody. Waits between tries pass at once. */
export function openAs(sandbox: Sandbox, platform: SandboxPlatform, who: Who): AnyClient {
  const token = tokensOf(sandbox, platform)[who];
  if (token === undefined) throw new Error(`${platform} has no token of the kind ${who}.`);
  const { url } = sandbox.endpoints[platform];
  const project = platform === "ubiops" ? { project: sandbox.endpoints.ubiops.project } : {};
  return openAnyClient({ name: platform, platform, url, ...project }, memorySecrets({ token }), {
    clock: new FakeClock(),
    proxy: "none",
    howToSignIn: (connection) => `Sign in to ${connection}.`,
  });
}
