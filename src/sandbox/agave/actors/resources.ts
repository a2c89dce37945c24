import type { Actor, ActorCase, Execution, Nonce, Worker } from "./records.ts";
import { spell } from "./reply.ts";

/** Shows what the service keeps, with keys in the deployment's spelling. */
export interface ActorResources {
  readonly spelling: ActorCase;
  actor(origin: string, actor: Actor): Record<string, unknown>;
  execution(origin: string, execution: Execution, actor: Actor): Record<string, unknown>;
  /** All executions of an actor in short, with their sums. */
  summary(origin: string, executions: readonly Execution[], actor: Actor): Record<string, unknown>;
  worker(worker: Worker): Record<string, unknown>;
  nonce(origin: string, nonce: Nonce): Record<string, unknown>;
}

/** A time as Abaco writes it; `None` where there is none. */
const time = (at: number | null): string => (at === null ? "None" : new Date(at).toISOString());

const actorUrl = (origin: string, id: string): string => `${origin}/actors/v2/${id}`;
const ownerUrl = (origin: string, owner: string): string =>
  `${origin}/profiles/v2/${encodeURIComponent(owner)}`;

/** Seconds of a run, and bytes of its message, as it was. */
const runtimeOf = ({ started, finished }: Execution): number =>
  started === null || finished === null ? 0 : Math.max(1, Math.round((finished - started) / 1000));
const cpuPerSecond = 84_000_000;

/** Makes the resources in a spelling. */
export function createActorResources(spelling: ActorCase): ActorResources {
  return {
    spelling,
    actor: (origin, actor) =>
      spell(spelling, {
        id: actor.id,
        name: actor.name,
        owner: actor.owner,
        image: actor.image,
        description: actor.description,
        status: actor.status,
        status_message: actor.statusMessage,
        revision: actor.revision,
        stateless: actor.stateless,
        privileged: actor.privileged,
        default_environment: actor.defaultEnvironment,
        type: actor.type,
        link: actor.link,
        token: actor.token,
        webhook: actor.webhook,
        hints: actor.hints,
        max_workers: actor.maxWorkers,
        mem_limit: actor.memLimit,
        max_cpus: actor.maxCpus,
        queue: actor.queue,
        use_container_uid: actor.useContainerUid,
        log_ex: actor.logEx,
        cron_on: actor.cronSchedule !== null,
        cron_schedule: actor.cronSchedule,
        create_time: time(actor.created),
        last_update_time: time(actor.updated),
        _links: {
          self: actorUrl(origin, actor.id),
          owner: ownerUrl(origin, actor.owner),
          executions: `${actorUrl(origin, actor.id)}/executions`,
        },
      }),
    execution: (origin, execution, actor) =>
      spell(spelling, {
        id: execution.id,
        actor_id: execution.actorId,
        executor: execution.executor,
        worker_id: execution.workerId ?? "None",
        status: execution.status,
        message_received_time: time(execution.received),
        start_time: time(execution.started),
        finish_time: time(execution.finished),
        io: execution.message.length,
        cpu: runtimeOf(execution) * cpuPerSecond,
        runtime: runtimeOf(execution),
        exit_code: execution.status === "COMPLETE" ? 0 : "None",
        final_state: execution.status === "COMPLETE" ? spell(spelling, finalState(execution)) : {},
        _links: {
          self: `${actorUrl(origin, actor.id)}/executions/${execution.id}`,
          owner: ownerUrl(origin, actor.owner),
          logs: `${actorUrl(origin, actor.id)}/executions/${execution.id}/logs`,
        },
      }),
    summary(origin, executions, actor) {
      const total = (of: (execution: Execution) => number): number =>
        executions.reduce((sum, execution) => sum + of(execution), 0);
      return spell(spelling, {
        actor_id: actor.id,
        api_server: origin,
        owner: actor.owner,
        executions: executions.map((execution) =>
          spell(spelling, {
            id: execution.id,
            status: execution.status,
            start_time: time(execution.started),
            finish_time: time(execution.finished),
            message_received_time: time(execution.received),
          }),
        ),
        total_executions: executions.length,
        total_io: total(({ message }) => message.length),
        total_runtime: total(runtimeOf),
        total_cpu: total(runtimeOf) * cpuPerSecond,
        _links: {
          self: `${actorUrl(origin, actor.id)}/executions`,
          owner: ownerUrl(origin, actor.owner),
        },
      });
    },
    worker: (worker) =>
      spell(spelling, {
        id: worker.id,
        actor_id: worker.actorId,
        tenant: "SANDBOX",
        image: worker.image,
        status: worker.status,
        location: "unix://var/run/docker.sock",
        host_id: "0",
        host_ip: "127.0.0.1",
        cid: worker.id.toLowerCase(),
        ch_name: `${worker.actorId}_${worker.id}`,
        create_time: time(worker.created),
        last_execution_time: time(worker.lastExecution),
        last_health_check_time: time(worker.created),
      }),
    nonce: (origin, nonce) =>
      spell(spelling, {
        id: nonce.id,
        actor_id: nonce.actorId,
        owner: nonce.owner,
        level: nonce.level,
        max_uses: nonce.maxUses,
        current_uses: nonce.uses,
        remaining_uses: nonce.maxUses < 0 ? -1 : nonce.maxUses - nonce.uses,
        roles: [],
        create_time: time(nonce.created),
        last_use_time: time(nonce.lastUse),
        _links: {
          self: `${actorUrl(origin, nonce.actorId)}/nonces/${nonce.id}`,
          owner: ownerUrl(origin, nonce.owner),
          actor: actorUrl(origin, nonce.actorId),
        },
      }),
  };
}

function finalState({ started, finished }: Execution) {
  return {
    Status: "exited",
    Running: false,
    ExitCode: 0,
    OOMKilled: false,
    Error: "",
    StartedAt: time(started),
    FinishedAt: time(finished),
  };
}
