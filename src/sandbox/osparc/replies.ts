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

/** Where errors that handlers raise are: under `data` as the server has it, or under `error` as its specification does. */
export type ErrorPlace = "data" | "error";

/** Answers an error that a handler raised. */
export type ErrorReply = (status: number, message: string) => Reply;

/** Makes the answers of errors for one of the two places. */
export function errorReplies(place: ErrorPlace): ErrorReply {
  return (status, message) => {
    const error = { status, message };
    return jsonReply(
      status,
      place === "data" ? { data: error } : { data: null, error: { ...error, errors: [] } },
    );
  };
}

/** Parameters that were refused before any handler saw them, by where they are and by name: always under `error`. */
export function validationReply(problems: Readonly<Record<string, Readonly<Record<string, string>>>>): Reply {
  return jsonReply(400, { error: { status: 400, message: problems } });
}
