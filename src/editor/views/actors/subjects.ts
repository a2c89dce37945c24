import type { Execution, Nonce, Worker } from "../../../platforms/agave/answers/actors.ts";
import type { NodeSubject } from "../../tree/node.ts";

interface OfActor extends NodeSubject {
  readonly connection: string;
  /** The actor's id. */
  readonly actor: string;
  /** For people: of the actor, or of the part itself. */
  readonly name: string;
}

/** The state of an actor. */
export interface ActorStateSubject extends OfActor {
  readonly kind: "actorState";
}

/** The section of an actor's workers, nonces or messages. */
export interface ActorSectionSubject extends OfActor {
  readonly kind: "workers" | "nonces" | "messages" | "executions";
}

/** One execution of an actor. */
export interface ExecutionSubject extends OfActor {
  readonly kind: "execution";
  readonly execution: Execution;
}

/** One worker of an actor. */
export interface WorkerSubject extends OfActor {
  readonly kind: "worker";
  readonly worker: Worker;
}

/** One nonce of an actor. Its id is a secret. */
export interface NonceSubject extends OfActor {
  readonly kind: "nonce";
  readonly nonce: Nonce;
}
