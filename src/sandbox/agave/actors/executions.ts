import { type Reply, reply } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import type { Execution } from "./records.ts";
import { abacoError, abacoReply } from "./reply.ts";
import { isSearch, searchResult } from "./search.ts";
import { type ActorRequest, type ActorTools, onActor } from "./tools.ts";

/** The operations on the executions of an actor, their results and their logs. */
export function executionRoutes(tools: ActorTools): Route[] {
  const { store, show } = tools;

  const onExecution = (handle: (asked: ActorRequest, execution: Execution) => Reply): Route["handle"] =>
    onActor(tools, "READ", (asked) => {
      const { actor, parameters } = asked;
      const execution = store.executions.get(parameters.executionId ?? "");
      return execution?.actorId === actor.id
        ? handle(asked, execution)
        : abacoError(
            `No executions found with actor id of ${actor.id} and execution id of ${parameters.executionId}.`,
          );
    });

  function list({ request, actor }: ActorRequest): Reply {
    const { query, origin } = request;
    const executions = store.executions.of(actor.id);
    return abacoReply(
      "Actor executions retrieved successfully.",
      isSearch(query)
        ? searchResult(
            executions.map((execution) => show.execution(origin, execution, actor)),
            query,
            show.spelling,
          )
        : show.summary(origin, executions, actor),
    );
  }

  const path = "/actors/v2/{actorId}/executions";
  const one = `${path}/{executionId}`;
  return [
    { method: "GET", path, handle: onActor(tools, "READ", list) },
    {
      method: "GET",
      path: one,
      handle: onExecution(({ request, actor }, execution) =>
        abacoReply(
          "Actor execution retrieved successfully.",
          show.execution(request.origin, execution, actor),
        ),
      ),
    },
    {
      method: "GET",
      path: `${one}/results`,
      handle: onExecution((_asked, execution) => {
        const [first, ...others] = execution.results;
        store.executions.put({ ...execution, results: others });
        return reply(200, "application/octet-stream", first ?? "");
      }),
    },
    {
      method: "GET",
      path: `${one}/logs`,
      handle: onExecution(({ request, actor }, execution) => {
        const self = `${request.origin}/actors/v2/${actor.id}/executions/${execution.id}/logs`;
        return abacoReply("Logs retrieved successfully.", { logs: execution.logs, _links: { self } });
      }),
    },
  ];
}
