import { formFields, type Reply, reply, type SandboxRequest } from "../server/message.ts";
import { type Platform, refusalMessages } from "../server/platform.ts";
import { createRouter, type Handler, type Route } from "../server/router.ts";
import { authenticateReply } from "./authenticate.ts";
import { catalogsReply } from "./catalogs.ts";
import { menuReply, servicesReply } from "./pages.ts";
import { faultReply, unknownPathReply } from "./replies.ts";
import type { AstakosStore } from "./store.ts";

interface AstakosOptions {
  readonly store: AstakosStore;
  readonly tokens: { readonly user: string; readonly service: string };
  /** Whose the user token is. */
  readonly tokenOwner: string;
  /** When the user token was issued, in milliseconds since 1970. */
  readonly tokenCreated: number;
}

/** Astakos 0.13, with the addresses of 0.14 beside its own. */
export function createAstakos({ store, tokens, tokenOwner, tokenCreated }: AstakosOptions): Platform {
  /** Answers only those who send the token. */
  const withToken =
    (expected: string, handle: Handler): Handler =>
    (request, parameters) => {
      const token = request.headers["x-auth-token"];
      if (token === undefined || token === "") return faultReply(401, "Access denied");
      return token === expected ? handle(request, parameters) : faultReply(401, "Invalid X-Auth-Token");
    };

  const authenticate = withToken(tokens.user, (request) => {
    const user = store.byUuid(tokenOwner);
    if (user === undefined) return faultReply(401, "Invalid X-Auth-Token");
    return authenticateReply(user, { value: tokens.user, created: tokenCreated }, request);
  });
  const userCatalogs = withToken(tokens.user, (request) => catalogsReply(store, request, "user"));
  const serviceCatalogs = withToken(tokens.service, (request) => catalogsReply(store, request, "service"));
  const feedback = withToken(tokens.user, sendFeedback);

  const router = createRouter(
    [
      ...at(["/im/authenticate", "/account/v1.0/authenticate", "/ui/authenticate"], "GET", authenticate),
      ...at(["/user_catalogs", "/account/v1.0/user_catalogs"], "POST", userCatalogs),
      ...at(["/service/api/user_catalogs", "/account/v1.0/service/user_catalogs"], "POST", serviceCatalogs),
      ...at(["/feedback", "/account/v1.0/feedback"], "POST", feedback),
      ...at(["/im/get_services", "/ui/get_services"], "*", servicesReply),
      ...at(["/im/get_menu", "/ui/get_menu"], "GET", menuReply),
    ],
    { trailingSlash: true },
  );

  return {
    name: "astakos",
    answer(request) {
      const match = router.match(request);
      if ("handle" in match) return match.handle();
      return match.allowed.length > 0 ? faultReply(400, "Method not allowed.") : unknownPathReply();
    },
    refuse: (status) => faultReply(status, refusalMessages[status] ?? "Refused"),
  };
}

function at(paths: readonly string[], method: string, handle: Handler): Route[] {
  return paths.map((path) => ({ method, path, handle }));
}

async function sendFeedback(request: SandboxRequest): Promise<Reply> {
  const fields = await formFields(request);
  const message = fields?.get("feedback_msg")?.trim();
  return message ? reply(200, "text/html; charset=utf-8", "") : faultReply(400, "Invalid data");
}
