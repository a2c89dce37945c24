import { isObject, parseJson } from "../../server/message.ts";
import type { AppRecord } from "../apps/record.ts";
import type { AgaveContext } from "../context.ts";
import { defaultStorage } from "../files/place.ts";
import { checkInputs, checkParameters } from "./arguments.ts";
import type { JobRequest } from "./record.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A request that was checked, or why it is refused, with the status. */
export type CheckedRequest =
  | { readonly job: JobRequest }
  | { readonly fault: string; readonly status: number };

const refused = (fault: string, status = 400) => ({ fault, status });

/** Checks what somebody wants to run, against the app and the systems, and fills in the app's defaults. */
export function checkRequest(
  { apps, systems }: Pick<AgaveContext, "apps" | "systems">,
  body: unknown,
  username: string,
): CheckedRequest {
  if (!isObject(body)) return refused("A job request is a JSON object.");
  const { name } = body;
  if (typeof name !== "string" || name.trim() === "") return refused("No job name was given.");
  const appId = body.appId ?? body.softwareName;
  if (typeof appId !== "string" || appId === "") return refused("No appId was given.");
  const app = apps.get(appId);
  if (!app?.available) return refused(`Unable to find an app with id ${appId}`);
  if (!apps.permissionOf(app, username).execute) {
    return refused(`Permission denied. You do not have permission to run ${appId}.`, 403);
  }
  const system = systems.get(app.executionSystem);
  if (!system?.available)
    return refused(`The execution system ${app.executionSystem} is not available.`, 412);
  const inputs = checkInputs(app, argumentsIn(body, "inputs"));
  if ("fault" in inputs) return refused(inputs.fault);
  const parameters = checkParameters(app, argumentsIn(body, "parameters"));
  if ("fault" in parameters) return refused(parameters.fault);
  const resources = readResources(body, app, system.description);
  if ("fault" in resources) return refused(resources.fault);
  const archive = body.archive === undefined || String(body.archive) === "true";
  const archiveSystem = String(body.archiveSystem ?? defaultStorage(systems, username)?.id ?? system.id);
  if (!systems.get(archiveSystem)?.available) {
    return refused(`No archive system was found with id ${archiveSystem}`);
  }
  return {
    job: {
      name: name.trim(),
      appId: app.id,
      executionSystem: system.id,
      archive,
      archiveSystem,
      archivePath: typeof body.archivePath === "string" ? body.archivePath : "",
      inputs: inputs.values,
      parameters: parameters.values,
      ...resources,
    },
  };
}

/** Inputs or parameters: an object, JSON in the field of a form, or without it fields beside the others. */
function argumentsIn(body: Fields, name: "inputs" | "parameters"): unknown {
  const value = body[name];
  if (value === undefined) return body;
  return typeof value === "string" ? (parseJson(value) ?? value) : value;
}

type Resources = Pick<
  JobRequest,
  "batchQueue" | "nodeCount" | "processorsPerNode" | "memoryPerNode" | "maxRunTime"
>;

function readResources(
  body: Fields,
  { description: app }: AppRecord,
  system: Fields,
): Resources | { readonly fault: string } {
  const queues = (Array.isArray(system.queues) ? system.queues : []).filter(isObject);
  const names = queues.map(({ name }) => String(name));
  const usual = queues.find((queue) => queue.default === true)?.name ?? names[0];
  const batchQueue = String(body.batchQueue ?? body.queue ?? app.defaultQueue ?? usual ?? "debug");
  if (names.length > 0 && !names.includes(batchQueue)) {
    return { fault: `Invalid batchQueue: ${batchQueue}. The system has ${names.join(", ")}.` };
  }
  const maxRunTime = String(body.maxRunTime ?? body.requestedTime ?? app.defaultMaxRunTime ?? "01:00:00");
  if (!/^\d{1,3}:[0-5]\d:[0-5]\d$/.test(maxRunTime)) {
    return { fault: `Invalid maxRunTime: ${maxRunTime}. Give it as HH:mm:ss.` };
  }
  const nodeCount = Number(body.nodeCount ?? app.defaultNodeCount ?? 1);
  const processorsPerNode = Number(body.processorsPerNode ?? app.defaultProcessorsPerNode ?? 1);
  const memoryPerNode = Number.parseFloat(String(body.memoryPerNode ?? app.defaultMemoryPerNode ?? 1));
  for (const [name, count] of Object.entries({ nodeCount, processorsPerNode })) {
    if (!Number.isInteger(count) || count < 1)
      return { fault: `Invalid ${name}. Give a whole number above 0.` };
  }
  if (!(memoryPerNode > 0)) return { fault: "Invalid memoryPerNode. Give it in GB." };
  return { batchQueue, maxRunTime, nodeCount, processorsPerNode, memoryPerNode };
}
