import type { ActorCase } from "./actors/records.ts";
import { addSampleApps } from "./apps/samples.ts";
import { createAppStore } from "./apps/store.ts";
import type { AgaveContext, AgavePeople } from "./context.ts";
import { addSampleFiles } from "./files/samples.ts";
import { createFileStore } from "./files/store.ts";
import { createGate } from "./gate.ts";
import { createIdMaker } from "./ids.ts";
import { createNotificationBus } from "./notifications/bus.ts";
import { createNotificationStore } from "./notifications/store.ts";
import type { ProfileCase } from "./profiles/search.ts";
import type { AgaveStore } from "./store.ts";
import { addSampleSystems } from "./systems/samples.ts";
import { createSystemStore } from "./systems/store.ts";
import type { TokenStore } from "./tokens.ts";

interface Parts {
  readonly seed: number;
  readonly profiles: AgaveStore;
  readonly profileCase: ProfileCase;
  readonly actorCase: ActorCase;
  readonly tokens: TokenStore;
  readonly people: AgavePeople;
  readonly signal: AbortSignal;
}

/** Makes what the services of Agave share, with sample systems, apps and files in it. */
export function makeContext({
  seed,
  profiles,
  profileCase,
  actorCase,
  tokens,
  people,
  signal,
}: Parts): AgaveContext {
  const isAdmin = (username: string): boolean => username === people.admin;
  const ids = createIdMaker(seed);
  const bus = createNotificationBus();
  const context: AgaveContext = {
    seed,
    clock: Date.now,
    signal,
    gate: createGate(tokens),
    isAdmin,
    people,
    ids,
    profiles,
    profileCase,
    actorCase,
    systems: createSystemStore(isAdmin),
    apps: createAppStore(isAdmin),
    files: createFileStore({ clock: Date.now, ids }),
    notifications: createNotificationStore({ bus, clock: Date.now, signal }),
    bus,
  };
  addSampleSystems(context);
  addSampleApps(context);
  addSampleFiles(context);
  return context;
}
