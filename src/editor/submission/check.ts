import type { App } from "../../platforms/agave/answers/apps.ts";
import { type AppField, type FieldList, fieldsOf } from "../views/apps/fields.ts";
import type { RequestProblem } from "./problem.ts";
import { settingProblem, settings } from "./settings.ts";
import { valueProblems } from "./value-problems.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What is wrong with a request for a job of an app, before it is sent. Those that do not keep it from being sent are warnings. */
export function requestProblems(app: App, request: unknown): readonly RequestProblem[] {
  if (!isObject(request)) return [{ path: [], message: "A job request is a JSON object." }];
  return [
    ...nameProblems(request),
    ...appProblems(app, request),
    ...fieldProblems(app, "inputs", request.inputs),
    ...fieldProblems(app, "parameters", request.parameters),
    ...settingProblems(request),
  ];
}

function nameProblems({ name }: Fields): readonly RequestProblem[] {
  const isName = typeof name === "string" && name.trim() !== "";
  return isName ? [] : [{ path: ["name"], message: "name is needed: what the job is called." }];
}

function appProblems({ id }: App, { appId }: Fields): readonly RequestProblem[] {
  return appId === id
    ? []
    : [{ path: ["appId"], message: `appId has to be ${id}, as the job is one of it.` }];
}

function fieldProblems(
  app: App,
  list: Exclude<FieldList, "outputs">,
  given: unknown,
): readonly RequestProblem[] {
  if (given !== undefined && given !== null && !isObject(given))
    return [{ path: [list], message: `${list} are a JSON object.` }];
  const values = isObject(given) ? given : {};
  const fields = fieldsOf(app, list);
  return [
    ...fields.flatMap((field) => problemsOf(field, ownValue(values, field.id))),
    ...Object.keys(values).flatMap((name) => unknownProblem(app, list, fields, name)),
  ];
}

function problemsOf(field: AppField, value: unknown): readonly RequestProblem[] {
  const { list, id, visible } = field;
  const name = `${list}.${id}`;
  if (!visible)
    return value === undefined || value === null
      ? []
      : [{ path: [list, id], ofName: true, message: `${name} is fixed by the app and cannot be set.` }];
  return valueProblems(field, value).map(({ message, index }) => ({
    path: [list, id, ...(index === undefined ? [] : [index])],
    message: `${name} ${message}.`,
  }));
}

/** The server passes over what the app does not know, so that a slip of the pen would go unnoticed. */
function unknownProblem(
  app: App,
  list: "inputs" | "parameters",
  fields: readonly AppField[],
  name: string,
): readonly RequestProblem[] {
  if (fields.some(({ id }) => id === name)) return [];
  const known = fields.filter(({ visible }) => visible).map(({ id }) => id);
  const has = known.length === 0 ? `has no ${list}` : `has ${known.join(", ")}`;
  const message = `${list}.${name} is none of the ${list} of ${app.id}, which ${has}.`;
  return [{ path: [list, name], ofName: true, message }];
}

function settingProblems(request: Fields): readonly RequestProblem[] {
  return Object.entries(request).flatMap(([name, value]): readonly RequestProblem[] => {
    if (!Object.hasOwn(settings, name)) {
      const message = `${name} is no field of a job request, so the server passes over it.`;
      return [{ path: [name], ofName: true, message, warning: true }];
    }
    const message = settingProblem(name, value);
    return message === undefined ? [] : [{ path: [name], message: `${name} ${message}.` }];
  });
}

/** A field of an object; nothing that every object has. */
export function ownValue(values: Fields, name: string): unknown {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
