import type { Reply, SandboxRequest } from "../server/message.ts";
import { jsonpReply } from "./replies.ts";

/** Answers `get_services`: no token, any method. */
export function servicesReply({ origin, query }: SandboxRequest): Reply {
  const services = [
    { id: 1, name: "grnet cloud", url: `${origin}/`, icon: "home-icon.png" },
    { id: 2, name: "~okeanos", url: `${origin}/okeanos.html`, icon: "" },
    { id: 3, name: "pithos+", url: `${origin}/ui/`, icon: "" },
  ];
  return jsonpReply(services, query.get("callback"));
}

/** Answers `get_menu`. It goes by the session cookie, so whoever comes with a token is asked to sign in. */
export function menuReply({ origin, query }: SandboxRequest): Reply {
  const location = query.get("location");
  const next = location ? `?next=${encodeURIComponent(location)}` : "";
  return jsonpReply([{ url: `${origin}/im/${next}`, name: "Sign in" }], query.get("callback"));
}
