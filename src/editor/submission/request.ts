import type { App } from "../../platforms/agave/answers/apps.ts";
import type { JobRequest } from "../../platforms/agave/answers/jobs.ts";
import { type AppField, settable } from "../views/apps/fields.ts";
import { ownValue } from "./check.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What a job is begun from: another job, or whatever is known of the request. */
export type KnownRequest = Partial<JobRequest>;

const kept = [
  "archive",
  "archiveSystem",
  "batchQueue",
  "nodeCount",
  "processorsPerNode",
  "memoryPerNode",
  "maxRunTime",
  "notifications",
] as const;

/** A request for a job of an app with the app's defaults, which the server does not fill in where people can set the field. */
export function newRequest(app: App, now: Date): JobRequest {
  return {
    name: `${app.name} ${now.toISOString().slice(0, 16).replace("T", " ")}`,
    appId: app.id,
    inputs: presetsOf(app, "inputs"),
    parameters: presetsOf(app, "parameters"),
    archive: true,
  };
}

/** A request like a known one. What the app fixes or does not know, and what the server keeps account of itself, is left out. */
export function requestLike(app: App, known: KnownRequest, now: Date): JobRequest {
  const others = kept.flatMap((name) => (isGiven(known[name]) ? [[name, known[name]]] : []));
  return {
    name: known.name ?? newRequest(app, now).name,
    appId: app.id,
    inputs: known.inputs === undefined ? presetsOf(app, "inputs") : valuesIn(app, "inputs", known.inputs),
    parameters:
      known.parameters === undefined
        ? presetsOf(app, "parameters")
        : valuesIn(app, "parameters", known.parameters),
    ...Object.fromEntries(others),
  };
}

function presetsOf(app: App, list: "inputs" | "parameters"): Fields {
  return Object.fromEntries(
    fieldsIn(app, list).flatMap(({ id, preset }) => (preset === undefined ? [] : [[id, preset]])),
  );
}

/** Jobs tell their inputs as lists, also where there is one. */
function valuesIn(app: App, list: "inputs" | "parameters", values: Fields): Fields {
  return Object.fromEntries(
    fieldsIn(app, list).flatMap(({ id }) => {
      const value = ownValue(values, id);
      if (!isGiven(value)) return [];
      return [[id, Array.isArray(value) && value.length === 1 ? value[0] : value]];
    }),
  );
}

function fieldsIn(app: App, list: "inputs" | "parameters"): readonly AppField[] {
  return settable(app).filter((field) => field.list === list);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
