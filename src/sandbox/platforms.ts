import { createAgave } from "./agave/agave.ts";
import type { ProfileCase } from "./agave/profiles.ts";
import { createTokenStore } from "./agave/tokens.ts";
import { createAstakos } from "./astakos/astakos.ts";
import type { SignIn } from "./endpoints.ts";
import { createGroups, type OdmGroup } from "./odm/groups.ts";
import { createOdm } from "./odm/odm.ts";
import type { Platform, PlatformName } from "./server/platform.ts";
import type { Stores } from "./stores.ts";
import type { World } from "./world/world.ts";

/** The platforms of a sandbox, not yet listening. */
export interface Platforms {
  readonly servers: Readonly<Record<PlatformName, Platform>>;
  readonly signIn: SignIn;
  readonly odmGroups: readonly OdmGroup[];
  /** The token of an ODM user without the permission "Manage organization". */
  readonly odmMemberToken: string;
}

interface PlatformOptions {
  readonly world: World;
  readonly stores: Stores;
  readonly profileCase: ProfileCase;
}

/**
 * Makes the platforms. Tokens and passwords follow from the seed, have the shape of real ones and are plainly none.
 * Whoever signs in to Astakos or Agave as a user is the first person who is in step.
 */
export function createPlatforms({ world, stores, profileCase }: PlatformOptions): Platforms {
  const digits = String(world.seed >>> 0)
    .slice(-5)
    .padStart(5, "0");
  const managerToken = `SandboxOdmToken${digits}`;
  const memberToken = `${managerToken}-member`;
  const astakosTokens = { service: `SandboxService+/${digits}A==`, user: `SandboxUserAcc+/${digits}A==` };
  const operator = findOperator(world);
  const agaveUser = { username: operator.username, password: `sandbox-password-${digits}` };
  const tokens = createTokenStore(world.seed);
  const client = tokens.register({ name: "rollcall", description: "", callbackUrl: "" });
  const odmGroups = createGroups(stores.odm.active());
  return {
    servers: {
      odm: createOdm({
        store: stores.odm,
        groups: odmGroups,
        tokens: { manager: managerToken, member: memberToken },
      }),
      astakos: createAstakos({
        store: stores.astakos,
        tokens: astakosTokens,
        tokenOwner: operator.uuid,
        tokenCreated: Date.now(),
      }),
      agave: createAgave({ store: stores.agave, tokens, user: agaveUser, profileCase }),
    },
    signIn: {
      odm: { token: managerToken },
      astakos: { serviceToken: astakosTokens.service, userToken: astakosTokens.user },
      agave: {
        token: tokens.issue(agaveUser.username).accessToken,
        clientKey: client.key,
        clientSecret: client.secret,
        ...agaveUser,
      },
    },
    odmGroups,
    odmMemberToken: memberToken,
  };
}

function findOperator({ people }: World): { readonly uuid: string; readonly username: string } {
  const person = people.find(({ kind }) => kind === "inStep");
  const [user] = person?.now.astakos ?? [];
  const [profile] = person?.now.agave ?? [];
  if (user === undefined || profile === undefined) throw new Error("The world has nobody who is in step.");
  return { uuid: user.uuid, username: profile.username };
}
