import { type Reply, reply } from "../server/message.ts";

const textType = "text/html; charset=utf-8";

/** A refusal of Astakos 0.13: the message and a line feed, as plain text under Django's usual content type. */
export function faultReply(status: number, message: string): Reply {
  return reply(status, textType, `${message}\n`);
}

/** A failure that the server did not expect. */
export function crashReply(): Reply {
  return faultReply(500, "Unexpected error");
}

/** What Django says of a path that it does not know. */
export function unknownPathReply(): Reply {
  return reply(404, textType, "<h1>Not Found</h1><p>The requested URL was not found on this server.</p>");
}

/** JSON, or a call of the function that `callback` names with it (JSONP). */
export function jsonpReply(value: unknown, callback: string | null): Reply {
  const json = JSON.stringify(value);
  return callback
    ? reply(200, "application/javascript", `${callback}(${json})`)
    : reply(200, "application/json; charset=UTF-8", json);
}
