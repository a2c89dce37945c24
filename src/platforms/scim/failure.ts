import { jsonOf } from "../../http/answer.ts";
import type { Failure } from "../../http/failure.ts";
import type { RawAnswer } from "../../http/message.ts";
import { asFields, asList, asText } from "../read.ts";

const errorSchema = "urn:ietf:params:scim:api:messages:2.0:Error";

/**
 * Reads both error shapes of SCIM servers: the standard's `{status, scimType, detail}` (RFC 7644 section 3.12), and
 * `{"error":{"message"}}`, which ODM sends with 401 and 500. A 404 in any other shape is not the platform's word that a user is
 * gone: a wrong URL answers likewise.
 */
export function readScimFailure(answer: RawAnswer): Failure | undefined {
  const fields = asFields(jsonOf(answer.body));
  if (fields === undefined) return undefined;
  const other = asFields(fields.error);
  if (other !== undefined && answer.status !== 404)
    return { text: asText(other.message), code: asText(other.code) };
  const hasSchema = (asList(fields.schemas) ?? []).includes(errorSchema);
  if (!hasSchema && asText(fields.status) !== String(answer.status)) return undefined;
  const code = asText(fields.scimType);
  const text = asText(fields.detail) ?? code;
  return code === "uniqueness" ? { code, text, kind: "conflict" } : { code, text };
}
