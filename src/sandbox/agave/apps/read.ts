import { isObject } from "../../server/message.ts";
import type { AppRecord } from "./record.ts";

type Fields = Readonly<Record<string, unknown>>;

/** An app as a request describes it. */
export type DescribedApp = Pick<
  AppRecord,
  "name" | "version" | "executionSystem" | "available" | "description"
>;

/** A description, or why it is refused, for an answer of 400. */
export type ReadApp = { readonly app: DescribedApp } | { readonly fault: string };

const parallelisms = ["SERIAL", "PARALLEL", "PTHREAD"];
const executionTypes = ["ATMOSPHERE", "HPC", "CONDOR", "CLI"];
const needed = ["deploymentPath", "templatePath", "testPath"];

/** Names that a description may have and the service sets itself, or that are kept apart. */
const own = new Set([
  "id",
  "uuid",
  "owner",
  "name",
  "version",
  "revision",
  "isPublic",
  "available",
  "executionSystem",
  "created",
  "lastModified",
  "_links",
]);

/** Reads the description of an app: what it is called, where its files are and runs, and what it takes. */
export function readApp(body: unknown): ReadApp {
  if (!isObject(body)) return { fault: "An app description is a JSON object." };
  const fault = findFault(body);
  if (fault !== undefined) return { fault };
  return {
    app: {
      name: String(body.name),
      version: String(body.version),
      executionSystem: String(body.executionSystem),
      available: body.available !== false,
      description: {
        label: body.name,
        shortDescription: "",
        longDescription: "",
        executionType: "HPC",
        parallelism: "SERIAL",
        tags: [],
        ontology: [],
        modules: [],
        inputs: [],
        parameters: [],
        outputs: [],
        ...Object.fromEntries(Object.entries(body).filter(([name]) => !own.has(name))),
      },
    },
  };
}

/** The name of an app or its version, which make up its id. */
export const isAppName = (name: unknown): name is string =>
  typeof name === "string" && /^[A-Za-z0-9][\w-]{0,63}$/.test(name);
export const isAppVersion = (version: unknown): version is string =>
  typeof version === "string" && /^\d+(\.\d+)*$/.test(version);

function findFault(body: Fields): string | undefined {
  if (!isAppName(body.name))
    return `Invalid name: ${body.name}. Use letters, digits, hyphens and underscores.`;
  if (!isAppVersion(body.version)) return `Invalid version: ${body.version}. Use numbers with dots between.`;
  for (const name of ["executionSystem", ...needed]) {
    const value = body[name];
    if (typeof value !== "string" || value.trim() === "") return `No ${name} specified.`;
  }
  return (
    notOneOf(body, "parallelism", parallelisms) ??
    notOneOf(body, "executionType", executionTypes) ??
    ["inputs", "parameters", "outputs"].map((name) => notNamed(body, name)).find(Boolean)
  );
}

function notOneOf(body: Fields, name: string, choices: readonly string[]): string | undefined {
  const value = body[name];
  if (value === undefined || value === null || choices.includes(String(value).toUpperCase()))
    return undefined;
  return `Invalid ${name}: ${value}. Use one of ${choices.join(", ")}.`;
}

function notNamed(body: Fields, name: string): string | undefined {
  const list = body[name] ?? [];
  if (!Array.isArray(list)) return `Invalid ${name}: they are a list.`;
  const named = list.every((each) => isObject(each) && typeof each.id === "string" && each.id !== "");
  return named ? undefined : `Every one of the ${name} needs an id.`;
}
