import { jsonReply, type SandboxRequest } from "../server/message.ts";
import { type Platform, refusalMessages } from "../server/platform.ts";

/** UbiOps. */
export function createUbiops(): Platform {
  const refuse = (status: number, _request: SandboxRequest) =>
    jsonReply(status, { error: refusalMessages[status] ?? "The request was refused." });
  return { name: "ubiops", answer: (request) => refuse(404, request), refuse };
}
