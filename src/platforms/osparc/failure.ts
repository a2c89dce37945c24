import { jsonOf } from "../../http/answer.ts";
import type { Failure } from "../../http/failure.ts";
import type { RawAnswer } from "../../http/message.ts";
import { asFields, asList, asText, type Fields } from "../read.ts";

/**
 * Reads the error shapes of the oSPARC director: `{status, message}` under `error` as it is documented, under `data` as its server
 * sends it, with a text or a tree as message, and newer servers' `{"name","detail"}` or `{"message"}` without an envelope. The
 * director knows no sign-in: its 401 is trouble with its registry.
 */
export function readOsparcFailure(answer: RawAnswer): Failure | undefined {
  const fields = asFields(jsonOf(answer.body));
  if (fields === undefined) return undefined;
  const enveloped = [asFields(fields.error), asFields(fields.data)].find((each) => each !== undefined);
  const text = textOf(enveloped ?? fields);
  if (text === undefined) return undefined;
  const code = asText(asFields(asList(enveloped?.errors)?.[0])?.code);
  return { text, code, ...(answer.status === 401 ? { kind: "unavailable" } : {}) };
}

function textOf({ message, detail, name }: Fields): string | undefined {
  const said = message ?? detail;
  if (said === undefined || said === null) return undefined;
  const words = asText(said) ?? leaves(said).join("; ");
  return [asText(name), words || undefined].filter(Boolean).join(": ") || undefined;
}

/** The texts of a tree of validation errors, each behind the names that lead to it. */
function leaves(tree: unknown, path = ""): readonly string[] {
  if (typeof tree !== "object" || tree === null)
    return [path === "" ? String(tree) : `${path}: ${String(tree)}`];
  const isList = Array.isArray(tree);
  return Object.entries(tree).flatMap(([name, value]) =>
    leaves(value, isList ? path : [path, name].filter(Boolean).join(".")),
  );
}
