import { jsonReply, type SandboxRequest } from "../server/message.ts";
import { type Platform, refusalMessages } from "../server/platform.ts";

/** The director of oSPARC. */
export function createOsparc(): Platform {
  const refuse = (status: number, _request: SandboxRequest) =>
    jsonReply(status, { data: { status, message: refusalMessages[status] ?? "The request was refused." } });
  return { name: "osparc", answer: (request) => refuse(404, request), refuse };
}
