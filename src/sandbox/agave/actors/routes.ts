import { createRouter, type Route } from "../../server/router.ts";
import type { AgaveContext } from "../context.ts";
import { createPace } from "../pace.ts";
import { createActorAccess } from "./access.ts";
import { ownRoutes } from "./actorRoutes.ts";
import { executionRoutes } from "./executions.ts";
import { messageRoutes } from "./messages.ts";
import { nonceRoutes } from "./nonces.ts";
import { permissionRoutes } from "./permissions.ts";
import { abacoError } from "./reply.ts";
import { createActorResources } from "./resources.ts";
import { createActorRunner } from "./run.ts";
import { writeSampleActors } from "./samples.ts";
import { stateRoutes } from "./state.ts";
import { createActorStore } from "./store.ts";
import type { ActorTools } from "./tools.ts";
import { workerRoutes } from "./workers.ts";

/** Milliseconds that actors, workers and executions stay in a state when nobody looks. */
const stageTime = 150;

const services = [
  ownRoutes,
  messageRoutes,
  stateRoutes,
  permissionRoutes,
  workerRoutes,
  nonceRoutes,
  executionRoutes,
];

/** The operations on actors (Abaco). It answers for all its paths itself, in its own envelope. */
export function actorRoutes(context: AgaveContext): Route[] {
  const { seed, signal, clock, actorCase } = context;
  const store = createActorStore(seed);
  const pace = createPace({ interval: stageTime, signal });
  const tools: ActorTools = {
    context,
    store,
    access: createActorAccess(context, store),
    runner: createActorRunner({ store, pace, clock }),
    pace,
    show: createActorResources(actorCase),
  };
  writeSampleActors(context, store);
  const router = createRouter(
    services.flatMap((routesOf) => routesOf(tools)),
    { trailingSlash: true },
  );
  return [
    {
      method: "*",
      path: "/actors/v2/{path*}",
      handle(request) {
        const match = router.match(request);
        if ("handle" in match) return match.handle();
        return match.allowed.length > 0
          ? abacoError("The method is not allowed for the requested URL.", 405)
          : abacoError("The requested URL was not found on the server.", 404);
      },
    },
  ];
}
