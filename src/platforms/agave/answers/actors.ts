import type { Content, Upload } from "../../content.ts";
import type { Links } from "./common.ts";

/** An actor: a container image that runs with each message. */
export interface Actor {
  readonly id: string;
  readonly name?: string | null;
  readonly description?: string;
  readonly image: string;
  readonly owner?: string;
  /** SUBMITTED, READY, ERROR or SHUTTING_DOWN. */
  readonly status?: string;
  readonly statusMessage?: string;
  readonly stateless?: boolean;
  readonly privileged?: boolean;
  readonly defaultEnvironment?: Readonly<Record<string, unknown>>;
  readonly createTime?: string;
  readonly lastUpdateTime?: string;
  readonly _links?: Links;
}

/** What an actor is made or replaced with. */
export interface ActorRequest {
  readonly image: string;
  readonly name?: string;
  readonly description?: string;
  /** True unless stated. */
  readonly stateless?: boolean;
  readonly privileged?: boolean;
  readonly defaultEnvironment?: Readonly<Record<string, unknown>>;
  /** In a replacement: takes the same image anew. */
  readonly force?: boolean;
  readonly [more: string]: unknown;
}

/** What a message to an actor causes. */
export interface MessageAnswer {
  readonly executionId: string;
  readonly msg?: unknown;
  readonly _links?: Links;
}

/** What an actor's image runs in. */
export interface Worker {
  readonly id: string;
  /** Such as READY, BUSY, PULLING IMAGE or SHUTDOWN_REQUESTED. */
  readonly status?: string;
  readonly image?: string;
  readonly hostId?: string;
  readonly lastExecutionTime?: string;
  readonly [more: string]: unknown;
}

/** A key with which an actor can be used without signing in. */
export interface Nonce {
  /** As good as a password. */
  readonly id: string;
  readonly actorId?: string;
  readonly level?: string;
  /** -1: no end. */
  readonly maxUses?: number;
  readonly remainingUses?: number;
  readonly currentUses?: number;
  readonly owner?: string;
  readonly createTime?: string;
  readonly lastUseTime?: string;
  readonly _links?: Links;
}

/** One run of an actor. Times are texts, `None` where there is none. */
export interface Execution {
  readonly id: string;
  readonly actorId?: string;
  readonly executor?: string;
  /** SUBMITTED, RUNNING or COMPLETE. */
  readonly status?: string;
  readonly exitCode?: number;
  readonly io?: number;
  readonly cpu?: number;
  readonly runtime?: number;
  readonly messageReceivedTime?: string;
  readonly startTime?: string;
  readonly finishTime?: string;
  readonly workerId?: string;
  readonly _links?: Links;
}

/** The executions of an actor. The totals are absent where the executions were searched or paged. */
export interface ExecutionsSummary {
  readonly actorId?: string;
  readonly owner?: string;
  readonly executions: readonly Execution[];
  readonly totalExecutions?: number;
  readonly totalIo?: number;
  readonly totalRuntime?: number;
  readonly totalCpu?: number;
  readonly _links?: Links;
}

/** Levels (NONE, READ, EXECUTE, UPDATE) by user name; ABACO_WORLD stands for everybody. */
export type ActorPermissions = Readonly<Record<string, string>>;

export interface ActorAnswers {
  "actors.add": Actor;
  "actors.list": readonly Actor[];
  "actors.delete": undefined;
  "actors.get": Actor;
  "actors.update": Actor;
  /** How many messages wait. */
  "actors.getMessages": { readonly messages: number };
  "actors.sendBinaryMessage": MessageAnswer;
  "actors.sendMessage": MessageAnswer;
  "actors.getState": { readonly state: unknown };
  /** The actor, not its state. */
  "actors.updateState": Actor;
  "actors.getPermissions": ActorPermissions;
  /** All of them after the change. */
  "actors.updatePermissions": ActorPermissions;
  "actors.addWorker": undefined;
  "actors.listWorkers": readonly Worker[];
  "actors.deleteWorker": undefined;
  "actors.getWorker": Worker;
  "actors.addNonce": Nonce;
  "actors.listNonces": readonly Nonce[];
  "actors.deleteNonce": undefined;
  "actors.getNonce": Nonce;
  "actors.listExecutions": ExecutionsSummary;
  "actors.getExecution": Execution;
  /** The next result, which is gone with it; undefined where none waits. */
  "actors.getOneExecutionResult": Uint8Array | undefined;
  /** Empty once the log has expired. */
  "actors.getExecutionLogs": { readonly logs: string };
}

export interface ActorBodies {
  "actors.add": ActorRequest;
  "actors.update": ActorRequest;
  "actors.sendBinaryMessage": Content | Upload;
  "actors.updatePermissions": { readonly user: string; readonly level: string };
  "actors.addWorker": { readonly num?: number };
  "actors.addNonce": { readonly level?: string; readonly maxUses?: number };
}
