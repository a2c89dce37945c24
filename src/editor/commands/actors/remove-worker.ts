import type { Host } from "../../host.ts";
import { confirmed } from "../../resources/confirmation.ts";
import { openConnection } from "../../resources/open.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { chooseSubjects } from "../../tree/choose.ts";
import { followWorkers } from "../../views/actors/follow.ts";
import { showSection } from "../../views/actors/show.ts";
import type { WorkerSubject } from "../../views/actors/subjects.ts";

/** Has the selected workers shut down after one question, and follows them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const workers = await chooseSubjects<WorkerSubject>(host, given, {
    kind: "worker",
    title: "Remove Worker",
    view: "actors",
    path: ["actor", "workers", "worker"],
    none: "The actor has no workers.",
  });
  if (workers.length === 0) return;
  const approved = await confirmed(host, workers, {
    id: "remove",
    verb: "Remove",
    one: "worker",
    detailOf: ({ name, worker }) => `${worker.id} of ${name}`,
    consequence: "What they run comes to an end first.",
  });
  if (!approved) return;
  await workOnEach(host, {
    items: workers,
    nameOf: ({ worker }) => worker.id,
    doing: "removing",
    done: "removed",
    one: "worker",
    run: async ({ connection, actor, worker }, signal) => {
      const { client } = await openConnection(host.sessions, connection);
      await client.callNamed("actors.deleteWorker", { actorId: actor, workerId: worker.id }, { signal });
    },
    show: async () => {
      for (const place of new Map(workers.map((worker) => [worker.actor, worker])).values()) {
        await showSection(host, place, "workers");
        followWorkers(host, place);
      }
    },
  });
}
