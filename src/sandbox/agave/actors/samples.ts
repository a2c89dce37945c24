import type { AgaveContext } from "../context.ts";
import type { Actor, Execution, Worker } from "./records.ts";
import type { ActorStore } from "./store.ts";

const samples: readonly Pick<Actor, "name" | "image" | "description" | "stateless">[] = [
  {
    name: "thumbnails",
    image: "sandbox/thumbnails:1.2",
    description: "Makes small pictures of large ones.",
    stateless: true,
  },
  {
    name: "checksum-ledger",
    image: "sandbox/checksum-ledger:0.9",
    description: "Remembers the checksum of every file that it is told of.",
    stateless: false,
  },
];

const hour = 3_600_000;

/** Puts actors of the person who signs in into a store, each with a worker and an execution that is complete. */
export function writeSampleActors(
  { people, clock }: Pick<AgaveContext, "people" | "clock">,
  store: ActorStore,
) {
  for (const sample of samples) {
    const created = clock() - hour;
    const actor: Actor = {
      ...sample,
      id: store.nextId(),
      owner: people.operator,
      type: "none",
      link: "",
      token: false,
      webhook: "",
      hints: [],
      privileged: false,
      defaultEnvironment: { QUALITY: "high" },
      maxWorkers: null,
      memLimit: null,
      maxCpus: null,
      queue: "default",
      useContainerUid: false,
      logEx: null,
      cronSchedule: null,
      status: "READY",
      statusMessage: " ",
      revision: 1,
      created,
      updated: created,
      state: {},
      permissions: new Map([[people.operator, "UPDATE"]]),
    };
    const worker: Worker = {
      id: store.nextId(),
      actorId: actor.id,
      image: actor.image,
      status: "READY",
      created,
      lastExecution: created,
    };
    const message = new TextEncoder().encode("hello");
    const execution: Execution = {
      id: store.nextId(),
      actorId: actor.id,
      executor: people.operator,
      workerId: worker.id,
      status: "COMPLETE",
      received: created,
      started: created,
      finished: created + 1000,
      message,
      environment: {},
      logs: "Message: hello\nQUALITY=high\n",
      results: [message],
    };
    store.actors.put(actor);
    store.workers.put(worker);
    store.executions.put(execution);
  }
}
