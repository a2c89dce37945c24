import type { Unwrapped } from "../envelope.ts";
import type { Operation } from "../operation.ts";
import { asCount, asFields, asList, kindOfValue } from "../read.ts";

/** Takes the resources of a list out of a ListResponse (RFC 7644 section 3.4.2); other answers of SCIM have no envelope. */
export function unwrapScim({ answers, pages }: Operation, answer: unknown): Unwrapped {
  if (answers !== "json" || answer === undefined) return { data: undefined };
  const fields = asFields(answer);
  if (pages === undefined)
    return fields ? { data: fields } : { came: `${kindOfValue(answer)} instead of a resource` };
  const resources = asList(fields?.Resources);
  const total = asCount(fields?.totalResults);
  if (resources === undefined && total === undefined)
    return { came: `${kindOfValue(answer)} instead of a list` };
  return { data: { resources: resources ?? [], ...(total === undefined ? {} : { total }) } };
}
