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
  if (!lists.has(operation.name)) return { data: one(operation, result) };
  const list = asList(result) ?? searched(result) ?? (result === undefined ? [] : undefined);
  if (list === undefined) return { came: `${kindOfValue(result)} instead of a list` };
  return { data: list.map((item) => inOneSpelling(operation, item)) };
}

/** The operations whose result is a list. */
const lists: ReadonlySet<string> = new Set([
  "actors.list",
  "actors.listWorkers",
  "actors.listNonces",
  "apps.list",
  "apps.listPermissions",
  "apps.listByName",
  "apps.listBySystemId",
  "files.list",
  "files.listOnDefaultSystem",
  "files.getHistory",
  "files.getHistoryOnDefaultSystem",
  "jobs.list",
  "jobs.search",
  "jobs.getHistory",
  "jobs.listPermissions",
  "jobs.listOutputs",
  "meta.listMetadata",
  "meta.searchSchema",
  "meta.listMetadataPermissions",
  "meta.listSchemaPermissions",
  "notifications.list",
  "profiles.list",
  "systems.list",
  "systems.listRoles",
  "systems.listCredentials",
  "systems.listCredentialsForInternalUser",
  "systems.listCredentialsForInternalUserByType",
]);

/** Operations about one thing for which servers answer a list of one, always or to some people. */
const lonely =
  /^(?:systems\.(?:update|get)Role|files\.updatePermissions|\w+\.\w+PermissionsForUser|(?:apps|jobs|meta)\.update\w*Permissions)/;

/** What operations of a service answer without the envelope of a record: values of people's own. */
const peoplesOwn: ReadonlySet<string> = new Set(["actors.getPermissions", "actors.updatePermissions"]);

function one(operation: Operation, result: unknown): unknown {
  const item = lonely.test(operation.name) ? (asList(result)?.[0] ?? result) : result;
  if (operation.name === "actors.listExecutions") return executions(item);
  return inOneSpelling(operation, item);
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
