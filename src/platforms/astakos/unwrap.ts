import type { Unwrapped } from "../envelope.ts";
import type { Operation } from "../operation.ts";
import { asFields, asList, kindOfValue } from "../read.ts";
import { astakosIdentity } from "./identity.ts";

/** Astakos has no envelope. The several shapes of a user become one; an empty answer of `authenticate` (204) stays empty. */
export function unwrapAstakos({ name, answers, gives }: Operation, answer: unknown): Unwrapped {
  if (answers !== "json") return { data: undefined };
  if (gives === "list") {
    const list = asList(answer);
    return list ? { data: list } : { came: `${kindOfValue(answer)} instead of a list` };
  }
  if (name === "authenticate" && answer === undefined) return { data: undefined };
  const fields = asFields(answer);
  if (fields === undefined) return { came: `${kindOfValue(answer)} instead of an object` };
  if (name === "authenticate") {
    const usage = asList(fields.usage);
    return { data: { ...astakosIdentity(fields), ...(usage ? { usage } : {}) } };
  }
  const { uuid_catalog = {}, displayname_catalog = {} } = fields;
  return { data: { uuid_catalog, displayname_catalog } };
}
