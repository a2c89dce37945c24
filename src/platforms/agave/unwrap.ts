import type { Unwrapped } from "../envelope.ts";
import type { Operation } from "../operation.ts";
import { asCount, asFields, asList, asText, kindOfValue } from "../read.ts";
import { camelCased, classicJob, notification } from "./spellings.ts";

/**
 * Takes an answer of Agave out of `{status, message, version, result}`. The result is absent where there is none; lists of one become
 * the one where one was asked for, Abaco's search shape becomes what the operation answers without a search, and fields that
 * deployments spell differently become those of the document.
 */
export function unwrapAgave(operation: Operation, answer: unknown): Unwrapped {
  if (operation.answers !== "json") return { data: answer };
  const fields = asFields(answer);
  if (fields === undefined || !("status" in fields))
    return { came: `${kindOfValue(answer)} instead of its envelope` };
  if (fields.status === "error") {
    const message = asText(fields.message);
    return { came: `an error under a status of success${message === undefined ? "" : `: ${message}`}` };
  }
  const result = fields.result ?? undefined;
  if (operation.name === "actors.listExecutions") return { data: executions(result) };
  if (operation.gives !== "list") return { data: inOneSpelling(operation, oneOf(operation, result)) };
  const list = asList(result) ?? searched(result) ?? (result === undefined ? [] : undefined);
  if (list === undefined) return { came: `${kindOfValue(result)} instead of a list` };
  return { data: list.map((item) => inOneSpelling(operation, item)) };
}

/** Operations whose answers have people's own words as names. */
const peoplesOwn: ReadonlySet<string> = new Set(["actors.getPermissions", "actors.updatePermissions"]);

function oneOf({ gives }: Operation, result: unknown): unknown {
  const list = gives === "one" ? asList(result) : undefined;
  return list === undefined ? result : list[0];
}

function inOneSpelling({ name }: Operation, item: unknown): unknown {
  const service = name.slice(0, name.indexOf("."));
  if (service === "actors" || service === "profiles") return peoplesOwn.has(name) ? item : camelCased(item);
  if (service === "notifications") return notification(item);
  return service === "jobs" ? classicJob(item) : item;
}

/** The summary of executions, whose list a search gives alone. */
function executions(result: unknown): unknown {
  const found = searched(result);
  const summary = asFields(found === undefined ? camelCased(result) : {});
  const list = found ?? asList(summary?.executions) ?? [];
  const total = found === undefined ? undefined : totalOf(result);
  return {
    ...summary,
    ...(total === undefined ? {} : { totalExecutions: total }),
    executions: list.map(camelCased),
  };
}

/** The list in Abaco's search shape `{_metadata, search}`. */
function searched(result: unknown): readonly unknown[] | undefined {
  return asList(asFields(result)?.search);
}

function totalOf(result: unknown): number | undefined {
  const fields = asFields(result);
  const metadata = asFields(camelCased(fields?._metadata ?? fields?.metadata));
  return asCount(metadata?.totalCount);
}
