import type { Reply, SandboxRequest } from "../server/message.ts";
import { type Platform, refusalMessages } from "../server/platform.ts";
import { createRouter } from "../server/router.ts";
import { createLimiter, type RateLimit } from "./limit.ts";
import { errorReply, serviceUserRoutes } from "./routes.ts";
import { isExpired } from "./serviceUser.ts";
import type { ServiceUserStore } from "./store.ts";

interface UbiopsOptions {
  readonly project: string;
  /** Of somebody who may do everything with the project. */
  readonly token: string;
  readonly store: ServiceUserStore;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** How many requests it takes; any number without it. */
  readonly limit?: RateLimit | undefined;
}

/** The service users of one project of UbiOps. They may sign in themselves and have no role, so everything is forbidden to them. */
export function createUbiops({ project, token, store, clock, limit }: UbiopsOptions): Platform {
  const router = createRouter(serviceUserRoutes({ project, store, clock }), { trailingSlash: true });
  const takeTurn = limit && createLimiter(limit, clock);

  function refusalOf({ headers }: SandboxRequest): Reply | undefined {
    const [, given] = /^token +(\S+)$/i.exec(headers.authorization ?? "") ?? [];
    if (given === undefined) return unauthorised("Authentication credentials were not provided.");
    if (given === token) return undefined;
    const user = store.byToken(given);
    return user === undefined || isExpired(user, clock())
      ? unauthorised("Invalid token.")
      : errorReply(403, "You do not have permission to perform this action.");
  }

  function answer(request: SandboxRequest): Reply | Promise<Reply> {
    const refusal = refusalOf(request);
    if (refusal) return refusal;
    const match = router.match(request);
    if ("handle" in match) return match.handle();
    return match.allowed.length > 0
      ? errorReply(405, `Method "${request.method}" not allowed.`)
      : errorReply(404, "Not found.");
  }

  return {
    name: "ubiops",
    async answer(request) {
      const turn = takeTurn?.();
      const reply =
        turn?.allowed === false ? errorReply(429, "Request was throttled.") : await answer(request);
      return { ...reply, headers: { ...reply.headers, ...turn?.headers } };
    },
    refuse: (status) => errorReply(status, refusalMessages[status] ?? "The request was refused."),
    limitHeader: "x-ratelimit-reset",
  };
}

function unauthorised(reason: string): Reply {
  const reply = errorReply(401, reason);
  return { ...reply, headers: { ...reply.headers, "www-authenticate": "Token" } };
}
