import type { ActorCase } from "./agave/actors/records.ts";
import { createAgave } from "./agave/agave.ts";
import { makeContext } from "./agave/makeContext.ts";
import type { ProfileCase } from "./agave/profiles/search.ts";
import { createTokenStore } from "./agave/tokens.ts";
import { createAstakos } from "./astakos/astakos.ts";
import { castOf } from "./cast.ts";
import type { SignIn } from "./endpoints.ts";
import { createGroupStore, type GroupStore } from "./odm/groupStore.ts";
import { createOdm } from "./odm/odm.ts";
import { createOsparc } from "./osparc/osparc.ts";
import type { ErrorPlace } from "./osparc/replies.ts";
import { createRunningServices, type RunningServices } from "./osparc/store.ts";
import type { Platform, PlatformName } from "./server/platform.ts";
import type { Stores } from "./stores.ts";
import type { RateLimit } from "./ubiops/limit.ts";
import { addSamples } from "./ubiops/samples.ts";
import { createServiceUserStore, type ServiceUserStore } from "./ubiops/store.ts";
import { createUbiops } from "./ubiops/ubiops.ts";
import type { World } from "./world/world.ts";

/** The platforms of a sandbox, not yet listening. */
export interface Platforms {
  readonly servers: Readonly<Record<PlatformName, Platform>>;
  readonly signIn: SignIn;
  readonly odmGroups: GroupStore;
  /** The token of an ODM user without the permission "Manage organization". */
  readonly odmMemberToken: string;
  readonly serviceUsers: ServiceUserStore;
  readonly runningServices: RunningServices;
  /** Agave's access tokens of the others than the one who signs in. */
  readonly agaveTokens: { readonly admin: string; readonly colleague: string };
}

interface PlatformOptions {
  readonly world: World;
  readonly stores: Stores;
  readonly profileCase: ProfileCase;
  readonly actorCase: ActorCase;
  /** Aborts when the sandbox closes. */
  readonly signal: AbortSignal;
  readonly ubiopsLimit?: RateLimit | undefined;
  readonly osparcErrors: ErrorPlace;
}

/**
 * Makes the platforms. Tokens and passwords follow from the seed, have the shape of real ones and are plainly none.
 * Whoever signs in to Astakos or Agave as a user is the first person who is in step.
 */
export function createPlatforms({
  world,
  stores,
  profileCase,
  actorCase,
  signal,
  ubiopsLimit,
  osparcErrors,
}: PlatformOptions): Platforms {
  const digits = String(world.seed >>> 0)
    .slice(-5)
    .padStart(5, "0");
  const managerToken = `SandboxOdmToken${digits}`;
  const memberToken = `${managerToken}-member`;
  const astakosTokens = { service: `SandboxService+/${digits}A==`, user: `SandboxUserAcc+/${digits}A==` };
  const cast = castOf(world);
  const { operator } = cast;
  const agaveUser = { username: operator.username, password: `sandbox-password-${digits}` };
  const tokens = createTokenStore(world.seed);
  const client = tokens.register({ name: "rollcall", description: "", callbackUrl: "" });
  const accessToken = tokens.issue(agaveUser.username).accessToken;
  const ubiopsSignIn = { token: `fa4e0b1095${digits}`.padEnd(40, "0"), project: "imaging" };
  const serviceUsers = createServiceUserStore(ubiopsSignIn.project, world.seed);
  addSamples(serviceUsers, Date.now());
  const runningServices = createRunningServices();
  const odmGroups = createGroupStore(stores.odm.active());
  return {
    servers: {
      odm: createOdm({
        store: stores.odm,
        groups: odmGroups,
        tokens: new Map([
          [managerToken, { id: operator.odmId, manages: true }],
          [memberToken, { id: cast.odmMember, manages: false }],
        ]),
      }),
      astakos: createAstakos({
        store: stores.astakos,
        tokens: astakosTokens,
        tokenOwner: operator.uuid,
        tokenCreated: Date.now(),
      }),
      agave: createAgave({
        tokens,
        user: agaveUser,
        context: makeContext({
          seed: world.seed,
          profiles: stores.agave,
          profileCase,
          actorCase,
          tokens,
          people: cast.agave,
          signal,
        }),
      }),
      ubiops: createUbiops({ ...ubiopsSignIn, store: serviceUsers, clock: Date.now, limit: ubiopsLimit }),
      osparc: createOsparc(runningServices, osparcErrors),
    },
    signIn: {
      odm: { token: managerToken },
      astakos: { serviceToken: astakosTokens.service, userToken: astakosTokens.user },
      agave: {
        token: accessToken,
        clientKey: client.key,
        clientSecret: client.secret,
        ...agaveUser,
      },
      ubiops: ubiopsSignIn,
    },
    odmGroups,
    odmMemberToken: memberToken,
    serviceUsers,
    runningServices,
    agaveTokens: {
      admin: tokens.issue(cast.agave.admin).accessToken,
      colleague: tokens.issue(cast.agave.colleague).accessToken,
    },
  };
}
