import { isObject, type Reply, textOf } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import { readContent } from "../content.ts";
import type { Worker } from "./records.ts";
import { abacoError, abacoReply } from "./reply.ts";
import { isSearch, searchResult } from "./search.ts";
import { type ActorRequest, type ActorTools, onActor } from "./tools.ts";

/** The operations on the workers of an actor. Only administrators change them. */
export function workerRoutes(tools: ActorTools): Route[] {
  const { context, store, runner, show } = tools;

  const asAdmin =
    (handle: (asked: ActorRequest) => Reply | Promise<Reply>) =>
    (asked: ActorRequest): Reply | Promise<Reply> =>
      context.isAdmin(asked.username)
        ? handle(asked)
        : abacoError("Not authorized: only administrators can change workers.");

  const ofWorker =
    (handle: (worker: Worker) => Reply) =>
    ({ actor, parameters }: ActorRequest): Reply => {
      const worker = store.workers.get(parameters.workerId ?? "");
      return worker?.actorId === actor.id
        ? handle(worker)
        : abacoError(`No worker found with id ${parameters.workerId}.`, 404);
    };

  function list({ request: { query }, actor }: ActorRequest): Reply {
    const items = store.workers.of(actor.id).map(show.worker);
    return abacoReply(
      "Workers retrieved successfully.",
      isSearch(query) ? searchResult(items, query, show.spelling) : items,
    );
  }

  async function add({ request, actor }: ActorRequest): Promise<Reply> {
    const content = textOf(request) === "" ? { value: {} } : await readContent(request);
    if ("fault" in content) return abacoError(content.fault);
    const wanted = Number((isObject(content.value) ? content.value.num : undefined) ?? 1);
    if (!Number.isInteger(wanted) || wanted < 1) {
      return abacoError("Invalid number of workers: num has to be a whole number above 0.");
    }
    const there = store.workers.of(actor.id).length;
    if (there >= wanted) return abacoReply(`Actor ${actor.id} already had ${there} worker(s).`, null);
    for (let number = there; number < wanted; number += 1) runner.addWorker(actor);
    return abacoReply(
      `Scheduled ${wanted - there} new worker(s) to start. Previously, there were ${there} workers.`,
      null,
    );
  }

  const path = "/actors/v2/{actorId}/workers";
  const one = `${path}/{workerId}`;
  return [
    { method: "GET", path, handle: onActor(tools, "READ", list) },
    { method: "POST", path, handle: onActor(tools, "UPDATE", asAdmin(add)) },
    {
      method: "GET",
      path: one,
      handle: onActor(
        tools,
        "READ",
        ofWorker((worker) => abacoReply("Worker retrieved successfully.", show.worker(worker))),
      ),
    },
    {
      method: "DELETE",
      path: one,
      handle: onActor(
        tools,
        "UPDATE",
        asAdmin(
          ofWorker((worker) => {
            runner.endWorker(worker);
            return abacoReply("Worker scheduled to be stopped.", null);
          }),
        ),
      ),
    },
  ];
}
