import { jsonReply, type Reply, reply } from "../server/message.ts";

const jsonType = "application/json";

/** A success: the data in an envelope without `error`. */
export function dataReply(status: number, data: unknown): Reply {
  return jsonReply(status, { data });
}

/** A success without a body, which says all the same that it is JSON. */
export function nothingReply(): Reply {
  return reply(204, jsonType, "");
}

/** An error that a handler raised: it comes under `data`. */
export function errorReply(status: number, message: string): Reply {
  return jsonReply(status, { data: { status, message } });
}

/** Parameters that were refused before any handler saw them, by where they are and by name: the only errors under `error`. */
export function validationReply(problems: Readonly<Record<string, Readonly<Record<string, string>>>>): Reply {
  return jsonReply(400, { error: { status: 400, message: problems } });
}
