/** How Abaco spells the keys of what it answers: `camel` as at TACC, `snake` as it comes. */
export type ActorCase = "camel" | "snake";

/** What somebody may do with an actor; each level includes those before it. */
export const actorLevels = ["NONE", "READ", "EXECUTE", "UPDATE"] as const;
export type ActorLevel = (typeof actorLevels)[number];

/** The name that stands for everybody in permissions. */
export const everybody = "ABACO_WORLD";

/** What the description of an actor says. */
export interface ActorDescription {
  readonly image: string;
  readonly name: string;
  readonly description: string;
  readonly stateless: boolean;
  readonly type: string;
  readonly link: string;
  readonly token: boolean;
  readonly webhook: string;
  readonly hints: readonly string[];
  readonly privileged: boolean;
  readonly defaultEnvironment: Readonly<Record<string, unknown>>;
  readonly maxWorkers: number | null;
  readonly memLimit: string | null;
  readonly maxCpus: number | null;
  readonly queue: string;
  readonly useContainerUid: boolean;
  readonly logEx: number | null;
  readonly cronSchedule: string | null;
}

/** A function in a container. Times are milliseconds since 1970. */
export interface Actor extends ActorDescription {
  readonly id: string;
  readonly owner: string;
  readonly status: "SUBMITTED" | "READY" | "ERROR";
  readonly statusMessage: string;
  readonly revision: number;
  readonly created: number;
  readonly updated: number;
  readonly state: unknown;
  readonly permissions: ReadonlyMap<string, ActorLevel>;
}

/** One run of an actor for one message. */
export interface Execution {
  readonly id: string;
  readonly actorId: string;
  readonly executor: string;
  readonly workerId: string | null;
  readonly status: "SUBMITTED" | "RUNNING" | "COMPLETE";
  readonly received: number;
  readonly started: number | null;
  readonly finished: number | null;
  readonly message: Uint8Array;
  readonly environment: Readonly<Record<string, unknown>>;
  readonly logs: string;
  /** What was not fetched yet, the oldest first. */
  readonly results: readonly Uint8Array[];
}

/** A process that runs an actor's executions. */
export interface Worker {
  readonly id: string;
  readonly actorId: string;
  readonly image: string;
  readonly status:
    | "REQUESTED"
    | "PULLING IMAGE"
    | "CREATING CONTAINER"
    | "READY"
    | "BUSY"
    | "SHUTDOWN_REQUESTED";
  readonly created: number;
  readonly lastExecution: number | null;
}

/** A key that stands for its owner's token at one actor. */
export interface Nonce {
  readonly id: string;
  readonly actorId: string;
  readonly owner: string;
  readonly level: ActorLevel;
  /** -1 for no end. */
  readonly maxUses: number;
  readonly uses: number;
  readonly created: number;
  readonly lastUse: number | null;
}
