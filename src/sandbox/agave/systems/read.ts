import { isObject } from "../../server/message.ts";
import type { SystemRecord } from "./record.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A system as a request describes it, without what is secret of its sign-ins. */
export type DescribedSystem = Pick<SystemRecord, "id" | "type" | "description">;

/** A description, or why it is refused, for an answer of 400. */
export type ReadSystem = { readonly system: DescribedSystem } | { readonly fault: string };

const statuses = ["UP", "DOWN", "MAINTENANCE", "UNKNOWN"];
const executionTypes = ["HPC", "CONDOR", "CLI"];
const schedulers = [
  "COBALT",
  "CONDOR",
  "FORK",
  "LOADLEVELER",
  "LSF",
  "MOAB",
  "PBS",
  "SGE",
  "SLURM",
  "TORQUE",
  "UNKNOWN",
];
const storageProtocols = ["FTP", "GRIDFTP", "IRODS", "LOCAL", "SFTP", "S3", "AZURE", "SWIFT"];
const loginProtocols = ["API", "GSISSH", "LOCAL", "SSH"];

/** Names that a description may have and the service sets itself. */
const own = new Set([
  "id",
  "uuid",
  "owner",
  "type",
  "public",
  "default",
  "globalDefault",
  "available",
  "revision",
  "created",
  "lastModified",
  "lastUpdated",
  "_links",
]);

/** Why a description is refused. */
class DescriptionError extends Error {}

/** Reads the description of a system: what every system needs, and what those need besides that run jobs. */
export function readSystem(body: unknown): ReadSystem {
  try {
    return { system: read(body) };
  } catch (error) {
    if (error instanceof DescriptionError) return { fault: error.message };
    throw error;
  }
}

function read(body: unknown): DescribedSystem {
  if (!isObject(body)) throw new DescriptionError("A system description is a JSON object.");
  const id = text(body, "id");
  if (!/^[\w.-]{3,64}$/.test(id)) {
    throw new DescriptionError(`Invalid id: ${id}. Use 3 to 64 letters, digits, dots and hyphens.`);
  }
  const type = oneOf(body, "type", ["EXECUTION", "STORAGE"]) === "STORAGE" ? "STORAGE" : "EXECUTION";
  const common = {
    ...Object.fromEntries(Object.entries(body).filter(([name]) => !own.has(name))),
    name: text(body, "name"),
    status: oneOf(body, "status", statuses, "UP"),
    storage: connection(body, "storage", storageProtocols),
  };
  return { id, type, description: type === "STORAGE" ? common : { ...common, ...readExecution(body) } };
}

function readExecution(body: Fields): Fields {
  const queues = body.queues;
  if (!Array.isArray(queues) || queues.length === 0) {
    throw new DescriptionError("No queues specified. An execution system needs at least one.");
  }
  for (const queue of queues) {
    if (!isObject(queue) || typeof queue.name !== "string" || queue.name === "") {
      throw new DescriptionError("Every queue needs a name.");
    }
  }
  return {
    executionType: oneOf(body, "executionType", executionTypes),
    scheduler: oneOf(body, "scheduler", schedulers),
    queues,
    login: connection(body, "login", loginProtocols),
  };
}

/** The configuration of a connection; of its sign-in only the type is kept. */
function connection(body: Fields, name: string, protocols: readonly string[]): Fields {
  const config = body[name];
  if (!isObject(config)) throw new DescriptionError(`No ${name} configuration specified.`);
  const { auth } = config;
  if (!isObject(auth) || typeof auth.type !== "string") {
    throw new DescriptionError(`No ${name}.auth.type specified.`);
  }
  return {
    ...config,
    host: text(config, "host", `${name}.host`),
    protocol: oneOf(config, "protocol", protocols, undefined, `${name}.protocol`),
    auth: { type: auth.type.toUpperCase() },
  };
}

function text(fields: Fields, name: string, shown = name): string {
  const value = fields[name];
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  throw new DescriptionError(`No ${shown} specified. It must be a string that is not empty.`);
}

function oneOf(
  fields: Fields,
  name: string,
  choices: readonly string[],
  fallback?: string,
  shown = name,
): string {
  const value = fields[name] ?? fallback;
  const found = choices.find((choice) => typeof value === "string" && choice === value.toUpperCase());
  if (found === undefined) {
    throw new DescriptionError(
      `Invalid ${shown}: ${JSON.stringify(value)}. Use one of ${choices.join(", ")}.`,
    );
  }
  return found;
}
