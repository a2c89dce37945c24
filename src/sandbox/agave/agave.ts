import { type Platform, refusalMessages } from "../server/platform.ts";
import { createRouter } from "../server/router.ts";
import { actorRoutes } from "./actors/routes.ts";
import { appRoutes } from "./apps/routes.ts";
import type { AgaveContext } from "./context.ts";
import { errorReply } from "./envelope.ts";
import { fileRoutes } from "./files/routes.ts";
import { jsonFault, xmlFault } from "./gateway.ts";
import { jobRoutes } from "./jobs/routes.ts";
import { metaRoutes } from "./meta/routes.ts";
import { notificationRoutes } from "./notifications/routes.ts";
import { type ApiUser, oauthRoutes } from "./oauth.ts";
import { profileRoutes } from "./profiles/routes.ts";
import { systemRoutes } from "./systems/routes.ts";
import type { TokenStore } from "./tokens.ts";

interface AgaveOptions {
  readonly tokens: TokenStore;
  readonly user: ApiUser;
  readonly context: AgaveContext;
}

const services = [
  profileRoutes,
  systemRoutes,
  appRoutes,
  notificationRoutes,
  fileRoutes,
  jobRoutes,
  metaRoutes,
  actorRoutes,
];

/** Agave v2 behind its gateway: sign-in with OAuth 2, and the services. */
export function createAgave({ tokens, user, context }: AgaveOptions): Platform {
  const router = createRouter(
    [...oauthRoutes(tokens, user), ...services.flatMap((routesOf) => routesOf(context))],
    { trailingSlash: true },
  );

  return {
    name: "agave",
    answer(request) {
      const match = router.match(request);
      if ("handle" in match) return match.handle();
      const status = match.allowed.length > 0 ? 405 : 404;
      return jsonFault(status, 900906, "No matching resource found in the API for the given request");
    },
    refuse(status, request) {
      if (status === 401) return xmlFault(401, 900901);
      if (status === 429) return xmlFault(429, 900800);
      return errorReply(request, status, refusalMessages[status] ?? "The request was refused.");
    },
    expireTokens: () => tokens.expireAll(),
  };
}
