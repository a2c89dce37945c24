import type { Pace } from "../pace.ts";
import type { Actor, Execution, Worker } from "./records.ts";
import type { ActorStore } from "./store.ts";

/** Takes actors, their workers and their executions on. */
export interface ActorRunner {
  /** Begins to fetch the image of an actor, after which it is ready. */
  deploy(actor: Actor): void;
  /** Adds a worker to an actor. */
  addWorker(actor: Actor): void;
  /** Begins to end a worker. */
  endWorker(worker: Worker): void;
  /** Begins an execution; it waits until its actor is ready. */
  execute(execution: Execution): void;
  /** Completes an execution at once. */
  complete(execution: Execution, actor: Actor): Execution;
}

interface RunnerOptions {
  readonly store: ActorStore;
  readonly pace: Pace;
  readonly clock: () => number;
}

/** The tag of images that no registry has. */
const missingTag = /:missing$/;

const workerWay: readonly Worker["status"][] = ["REQUESTED", "PULLING IMAGE", "CREATING CONTAINER", "READY"];

/** Makes the runner. */
export function createActorRunner({ store, pace, clock }: RunnerOptions): ActorRunner {
  const { actors, workers, executions } = store;

  function addWorker(actor: Actor): void {
    const worker: Worker = {
      id: store.nextId(),
      actorId: actor.id,
      image: actor.image,
      status: "REQUESTED",
      created: clock(),
      lastExecution: null,
    };
    workers.put(worker);
    pace.begin(worker.id, () => {
      const now = workers.get(worker.id);
      const status = now && workerWay[workerWay.indexOf(now.status) + 1];
      if (now === undefined || status === undefined || now.status === "SHUTDOWN_REQUESTED") return false;
      workers.put({ ...now, status });
      return status !== "READY";
    });
  }

  function deploy(actor: Actor): void {
    if (workers.of(actor.id).length === 0 && !missingTag.test(actor.image)) addWorker(actor);
    pace.begin(actor.id, () => {
      const now = actors.get(actor.id);
      if (now === undefined) return false;
      actors.put(
        missingTag.test(now.image)
          ? { ...now, status: "ERROR", statusMessage: `Unable to pull the image ${now.image}` }
          : { ...now, status: "READY", statusMessage: " " },
      );
      return false;
    });
  }

  /** The actor echoes its message: into its logs, with its environment, and as its one result. */
  function complete(execution: Execution, actor: Actor): Execution {
    const environment = Object.entries({ ...actor.defaultEnvironment, ...execution.environment });
    const lines = [
      `Message: ${new TextDecoder().decode(execution.message)}`,
      ...environment.map(
        ([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`,
      ),
    ];
    const done: Execution = {
      ...execution,
      status: "COMPLETE",
      workerId: execution.workerId ?? workers.of(actor.id)[0]?.id ?? null,
      started: execution.started ?? clock(),
      finished: clock(),
      logs: `${lines.join("\n")}\n`,
      results: [execution.message],
    };
    executions.put(done);
    setBusy(done, "READY");
    return done;
  }

  function setBusy({ workerId }: Execution, status: "BUSY" | "READY"): void {
    const worker = workerId === null ? undefined : workers.get(workerId);
    if (worker) workers.put({ ...worker, status, lastExecution: clock() });
  }

  return {
    deploy,
    addWorker,
    endWorker(worker) {
      workers.put({ ...worker, status: "SHUTDOWN_REQUESTED" });
      pace.begin(`${worker.id} ends`, () => {
        workers.remove(worker.id);
        return false;
      });
    },
    execute({ id }) {
      pace.begin(id, () => {
        const execution = executions.get(id);
        const actor = execution && actors.get(execution.actorId);
        if (execution === undefined || actor === undefined) return false;
        if (actor.status !== "READY") return actor.status !== "ERROR";
        if (execution.status === "RUNNING") {
          complete(execution, actor);
          return false;
        }
        const worker = workers.of(actor.id).find(({ status }) => status === "READY");
        if (worker === undefined && workers.of(actor.id).length > 0) return true;
        const running: Execution = {
          ...execution,
          status: "RUNNING",
          started: clock(),
          workerId: worker?.id ?? null,
        };
        executions.put(running);
        setBusy(running, "BUSY");
        return true;
      });
    },
    complete,
  };
}
