import type { ActorCase } from "./agave/actors/records.ts";
import type { ProfileCase } from "./agave/profiles/search.ts";
import { serveControl } from "./control/control.ts";
import type { SandboxEndpoints } from "./endpoints.ts";
import { createFaultLayer } from "./faults/layer.ts";
import { presetFaults } from "./faults/presets.ts";
import { readFaults } from "./faults/spec.ts";
import type { OdmGroup } from "./odm/groupStore.ts";
import type { ErrorPlace } from "./osparc/replies.ts";
import type { RunningService } from "./osparc/store.ts";
import { createPlatforms } from "./platforms.ts";
import { listenAll } from "./server/listen.ts";
import { createRequestLog, type LogEntry } from "./server/log.ts";
import { servePlatform } from "./server/pipeline.ts";
import { advanceStores, createStores } from "./stores.ts";
import type { RateLimit } from "./ubiops/limit.ts";
import type { ServiceUser } from "./ubiops/serviceUser.ts";
import type { AgaveProfile, AstakosUser, Moment, OdmUser } from "./world/records.ts";
import type { Truth } from "./world/truth.ts";
import { createWorld, truthOf } from "./world/world.ts";

export type { SandboxEndpoints } from "./endpoints.ts";
export { sampleConfiguration } from "./sampleConfiguration.ts";
export type { LogEntry } from "./server/log.ts";
export type { Moment } from "./world/records.ts";
export type { Truth, TruthPerson } from "./world/truth.ts";

export interface SandboxOptions {
  /** Port of the first platform; the others follow it. Without it, or with 0, all take free ports. */
  readonly port?: number;
  /** How many people there are: 200 without it, and never fewer than there are kinds of people. */
  readonly users?: number;
  /** The same seed and number of people give the same world. 1 without it. */
  readonly seed?: number;
  /** The moment to begin at: `now` without it. */
  readonly at?: Moment;
  /** Name of the faults to begin with. */
  readonly faults?: string;
  /** How Agave spells the keys of a profile: `snake` without it. */
  readonly profileCase?: ProfileCase;
  /** How Agave spells the keys of an actor: `camel` without it. */
  readonly actorCase?: ActorCase;
  /** How many requests UbiOps takes before it answers 429; any number without it. */
  readonly ubiopsLimit?: RateLimit;
  /** Where the errors of oSPARC are: under `data`, as its server sends them, without it. */
  readonly osparcErrors?: ErrorPlace;
}

/** All accounts of the platforms as they are at present, hidden ones included. */
export interface SandboxState {
  readonly at: Moment;
  readonly odm: {
    readonly users: readonly OdmUser[];
    readonly groups: readonly OdmGroup[];
    /** A token of somebody without permissions: every operation on users answers 403, and of groups only the own ones are there. It is the usual token with `-member` behind it. */
    readonly memberToken: string;
  };
  readonly astakos: { readonly users: readonly AstakosUser[] };
  readonly agave: {
    readonly profiles: readonly AgaveProfile[];
    /** Access tokens of the tenant's administrator and of somebody with no rights on what others own. */
    readonly tokens: { readonly admin: string; readonly colleague: string };
  };
  readonly ubiops: { readonly serviceUsers: readonly ServiceUser[] };
  readonly osparc: { readonly running: readonly RunningService[] };
}

/** The research platforms as servers on this machine. */
export interface Sandbox {
  readonly endpoints: SandboxEndpoints;
  /** How many people were generated. */
  readonly people: number;
  /** Moves the world from the baseline to now. Does nothing where it is there already. */
  advance(): void;
  /** Replaces the faults by those of a name or of a list. Throws `FaultError` where it makes no sense. */
  setFaults(faults: unknown): void;
  /** The requests received so far, in order. */
  log(): LogEntry[];
  /** What is true of the generated world at the present moment, whatever was written since. */
  truth(): Truth;
  state(): SandboxState;
  close(): Promise<void>;
}

/** How far from the first port each server is. */
const portOffsets = { odm: 0, astakos: 1, agave: 2, ubiops: 3, osparc: 4, control: 5 } as const;

/**
 * Starts the platforms. Rejects with an `Error` where a port is in use, and with `FaultError` where there are no
 * faults of the name; nothing is left running then.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    port = 0,
    users = 200,
    seed = 1,
    at = "now",
    faults: preset,
    profileCase = "snake",
    actorCase = "camel",
  } = options;
  const faults = createFaultLayer();
  const setFaults = (wanted: unknown): void =>
    faults.set(typeof wanted === "string" ? presetFaults(wanted) : readFaults(wanted));
  if (preset !== undefined) setFaults(preset);

  const world = createWorld(seed, users);
  const stores = createStores(world);
  const closing = new AbortController();
  const { servers, signIn, odmGroups, odmMemberToken, agaveTokens, serviceUsers, runningServices } =
    createPlatforms({
      world,
      stores,
      profileCase,
      actorCase,
      signal: closing.signal,
      ubiopsLimit: options.ubiopsLimit,
      osparcErrors: options.osparcErrors ?? "data",
    });

  let moment: Moment = "baseline";
  const advance = (): void => {
    if (moment === "baseline") advanceStores(stores, world);
    moment = "now";
  };
  if (at === "now") advance();

  const log = createRequestLog();
  const truth = (): Truth => truthOf(world, moment);
  const state = (): SandboxState => ({
    at: moment,
    odm: { users: stores.odm.all(), groups: odmGroups.all(), memberToken: odmMemberToken },
    astakos: { users: stores.astakos.all() },
    agave: { profiles: stores.agave.all(), tokens: agaveTokens },
    ubiops: { serviceUsers: serviceUsers.all() },
    osparc: { running: runningServices.all() },
  });

  const surroundings = { log, faults, signal: closing.signal };
  const listening = await listenAll(port, portOffsets, {
    odm: servePlatform(servers.odm, surroundings),
    astakos: servePlatform(servers.astakos, surroundings),
    agave: servePlatform(servers.agave, surroundings),
    ubiops: servePlatform(servers.ubiops, surroundings),
    osparc: servePlatform(servers.osparc, surroundings),
    control: serveControl({ log, faults, setFaults, state, truth, advance }),
  });
  const { urls } = listening;

  return {
    endpoints: {
      odm: { url: urls.odm, ...signIn.odm },
      astakos: { url: urls.astakos, ...signIn.astakos },
      agave: { url: urls.agave, ...signIn.agave },
      ubiops: { url: `${urls.ubiops}/v2.1`, ...signIn.ubiops },
      osparc: { url: `${urls.osparc}/v0` },
      control: { url: urls.control },
    },
    people: world.people.length,
    advance,
    setFaults,
    log: log.entries,
    truth,
    state,
    async close() {
      closing.abort();
      await listening.close();
    },
  };
}
