import type { Unwrapped } from "../envelope.ts";
import type { Operation } from "../operation.ts";
import { asFields, asList, kindOfValue } from "../read.ts";

/** Takes an answer of the oSPARC director out of `{data, error}`, and the one version of a service out of its list. */
export function unwrapOsparc({ answers, gives }: Operation, answer: unknown): Unwrapped {
  if (answers !== "json") return { data: undefined };
  const fields = asFields(answer);
  const data = fields?.data;
  if (data === undefined || data === null) return { came: `${kindOfValue(answer)} instead of its data` };
  if (gives === "list") {
    const list = asList(data);
    return list ? { data: list } : { came: `${kindOfValue(data)} instead of a list` };
  }
  const one = gives === "one" ? (asList(data)?.[0] ?? asFields(data)) : asFields(data);
  return one === undefined ? { came: `${kindOfValue(data)} instead of an object` } : { data: one };
}
