import type { Unwrapped } from "../envelope.ts";
import type { Operation } from "../operation.ts";
import { asFields, asList, asText, type Fields, kindOfValue } from "../read.ts";

/** UbiOps has no envelope: lists are bare arrays. The origins of a service user become a list, also from servers that send a text. */
export function unwrapUbiops({ name, answers, gives }: Operation, answer: unknown): Unwrapped {
  if (answers !== "json") return { data: undefined };
  if (gives === "list") {
    const users = asList(answer);
    if (users === undefined) return { came: `${kindOfValue(answer)} instead of a list` };
    return {
      data: users
        .map(asFields)
        .filter((user) => user !== undefined)
        .map(serviceUser),
    };
  }
  const fields = asFields(answer);
  if (fields === undefined) return { came: `${kindOfValue(answer)} instead of a service user` };
  const isMissing = name === "service_users_create" || name === "service_users_token";
  if (isMissing && asText(fields.token) === undefined) return { came: "no token" };
  return { data: serviceUser(fields) };
}

function serviceUser(fields: Fields): Fields {
  const origins = fields.allowed_cors_origins;
  if (typeof origins !== "string") return fields;
  const list = origins.split(",").map((origin) => origin.trim());
  return { ...fields, allowed_cors_origins: list.filter((origin) => origin !== "") };
}
