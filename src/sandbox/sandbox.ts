import { createAgave } from "./agave/agave.ts";
import type { ProfileCase } from "./agave/profiles.ts";
import { createTokenStore } from "./agave/tokens.ts";
import { createAstakos } from "./astakos/astakos.ts";
import { serveControl } from "./control/control.ts";
import { createCredentials, type SandboxEndpoints } from "./endpoints.ts";
import { createFaultLayer } from "./faults/layer.ts";
import { presetFaults } from "./faults/presets.ts";
import { readFaults } from "./faults/spec.ts";
import { createGroups, type OdmGroup } from "./odm/groups.ts";
import { createOdm } from "./odm/odm.ts";
import { type Listening, listen } from "./server/listen.ts";
import { createRequestLog, type LogEntry } from "./server/log.ts";
import { servePlatform } from "./server/pipeline.ts";
import type { Platform, PlatformName } from "./server/platform.ts";
import { advanceStores, createStores } from "./stores.ts";
import type { AgaveProfile, AstakosUser, Moment, OdmUser } from "./world/records.ts";
import type { Truth } from "./world/truth.ts";
import { createWorld, truthOf } from "./world/world.ts";

export interface SandboxOptions {
  /** Port of the first platform; the others follow it. Without it all take free ports. */
  readonly port?: number;
  /** How many people there are: 200 without it, and never fewer than there are kinds of people. */
  readonly users?: number;
  /** The same seed and number of people give the same world. */
  readonly seed?: number;
  /** The moment to begin at: `now` without it. */
  readonly at?: Moment;
  /** Name of the faults to begin with. */
  readonly faults?: string;
  /** How Agave spells the keys of a profile: `snake` without it. */
  readonly profileCase?: ProfileCase;
}

/** All accounts of the platforms as they are at present, hidden ones included. */
export interface SandboxState {
  readonly at: Moment;
  readonly odm: {
    readonly users: readonly OdmUser[];
    readonly groups: readonly OdmGroup[];
    /** A token of somebody who may do nothing: every operation answers 403. */
    readonly memberToken: string;
  };
  readonly astakos: { readonly users: readonly AstakosUser[] };
  readonly agave: { readonly profiles: readonly AgaveProfile[] };
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

/** How far from the first port each server is; those between belong to platforms to come. */
const portOffsets: Readonly<Record<PlatformName | "control", number>> = {
  odm: 0,
  astakos: 1,
  agave: 2,
  control: 5,
};

/**
 * Starts the platforms. Rejects with an `Error` where a port is in use, and with `FaultError` where there are no
 * faults of the name; nothing is left running then.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port, users = 200, seed = 1, at = "now", faults: preset, profileCase = "snake" } = options;
  const faults = createFaultLayer();
  const setFaults = (wanted: unknown): void =>
    faults.set(typeof wanted === "string" ? presetFaults(wanted) : readFaults(wanted));
  if (preset !== undefined) setFaults(preset);

  const world = createWorld(seed, users);
  const stores = createStores(world);
  const operator = world.people.find(({ kind }) => kind === "inStep")?.now;
  const [owner] = operator?.astakos ?? [];
  const [profile] = operator?.agave ?? [];
  if (owner === undefined || profile === undefined) throw new Error("The world has nobody who is in step.");

  const credentials = createCredentials(seed);
  const groups = createGroups(stores.odm.active());
  const tokens = createTokenStore(seed);
  const client = tokens.register({ name: "rollcall", description: "", callbackUrl: "" });
  if (client === undefined) throw new Error("The sandbox has a client already.");
  const { username } = profile;
  const { accessToken } = tokens.issue(username);

  const platforms: readonly Platform[] = [
    createOdm({ store: stores.odm, groups, tokens: credentials.odm }),
    createAstakos({
      store: stores.astakos,
      tokens: credentials.astakos,
      tokenOwner: owner.uuid,
      tokenCreated: Date.now(),
    }),
    createAgave({
      store: stores.agave,
      tokens,
      user: { username, password: credentials.agavePassword },
      profileCase,
    }),
  ];

  let moment: Moment = "baseline";
  const advance = (): void => {
    if (moment === "baseline") advanceStores(stores, world);
    moment = "now";
  };
  if (at === "now") advance();

  const log = createRequestLog();
  const closing = new AbortController();
  const truth = (): Truth => truthOf(world, moment);
  const state = (): SandboxState => ({
    at: moment,
    odm: { users: stores.odm.all(), groups, memberToken: credentials.odm.member },
    astakos: { users: stores.astakos.all() },
    agave: { profiles: stores.agave.all() },
  });

  const servers: Listening[] = [];
  const close = async (): Promise<void> => {
    closing.abort();
    await Promise.all(servers.map((server) => server.close()));
  };
  const start = async (name: keyof typeof portOffsets, listener: Parameters<typeof listen>[1]) => {
    const server = await listen(name, listener, port ? port + portOffsets[name] : 0);
    servers.push(server);
    return server.url;
  };

  try {
    const surroundings = { log, faults, signal: closing.signal };
    const urls: Partial<Record<PlatformName, string>> = {};
    for (const platform of platforms) {
      urls[platform.name] = await start(platform.name, servePlatform(platform, surroundings));
    }
    const controlled = {
      log: log.entries,
      clearLog: log.clear,
      state,
      truth,
      advance,
      setFaults,
      faults: faults.get,
    };
    const controlUrl = await start("control", serveControl(controlled));
    return {
      endpoints: {
        odm: { url: urls.odm ?? "", token: credentials.odm.manager },
        astakos: {
          url: urls.astakos ?? "",
          serviceToken: credentials.astakos.service,
          userToken: credentials.astakos.user,
        },
        agave: {
          url: urls.agave ?? "",
          token: accessToken,
          clientKey: client.key,
          clientSecret: client.secret,
          username,
          password: credentials.agavePassword,
        },
        control: { url: controlUrl },
      },
      people: world.people.length,
      advance,
      setFaults,
      log: log.entries,
      truth,
      state,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
