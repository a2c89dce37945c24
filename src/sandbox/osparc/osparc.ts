import type { Reply, SandboxRequest } from "../server/message.ts";
import { type Platform, refusalMessages } from "../server/platform.ts";
import { createRouter } from "../server/router.ts";
import { type ErrorPlace, errorReplies } from "./replies.ts";
import { directorRoutes } from "./routes.ts";
import type { RunningServices } from "./store.ts";

/** The director of oSPARC, as of November 2018. Nobody signs in. */
export function createOsparc(running: RunningServices, errorsUnder: ErrorPlace): Platform {
  const errorReply = errorReplies(errorsUnder);
  const router = createRouter(directorRoutes(running, errorReply), { trailingSlash: false });

  function answer(request: SandboxRequest): Reply | Promise<Reply> {
    const match = router.match(request);
    if ("handle" in match) return match.handle();
    return match.allowed.length > 0 ? errorReply(405, "Method Not Allowed") : errorReply(404, "Not Found");
  }

  return {
    name: "osparc",
    async answer(request) {
      const reply = await answer(request);
      return { ...reply, headers: { ...reply.headers, "access-control-allow-origin": "*" } };
    },
    refuse: (status) => errorReply(status, refusalMessages[status] ?? "The request was refused."),
  };
}
