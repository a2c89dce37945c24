import { asFields, type Fields } from "../read.ts";

/** A name in camelCase, as the document writes it. Deployments of Abaco and of the profile service send snake_case. */
function camel(name: string): string {
  return name.replace(/(?<=[a-z\d])_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
}

/** A record whose own names are in camelCase; values stay as they are, as they may be people's own. */
export function camelCased(value: unknown): unknown {
  const fields = asFields(value);
  if (fields === undefined) return value;
  return Object.fromEntries(Object.entries(fields).map(([name, each]) => [camel(name), each]));
}

/** Names of newer job services and those of the document, which stay beside them. */
const jobNames: Readonly<Record<string, string>> = {
  systemId: "executionSystem",
  started: "startTime",
  ended: "endTime",
  remoteQueue: "batchQueue",
  lastStatusMessage: "message",
};

/** A job under the document's names, whichever the server uses. */
export function classicJob(value: unknown): unknown {
  const fields = asFields(value);
  if (fields === undefined) return value;
  const job: Record<string, unknown> = { ...fields };
  for (const [newer, name] of Object.entries(jobNames)) {
    if (newer in fields && !(name in fields)) job[name] = fields[newer];
  }
  if (typeof fields.maxHours === "number" && !("maxRunTime" in fields))
    job.maxRunTime = hours(fields.maxHours);
  return job;
}

/** A notification under both names of its id: the document says `uuid`, the server `id`. */
export function notification(value: unknown): unknown {
  const fields: Fields | undefined = asFields(value);
  if (fields === undefined) return value;
  const id = fields.id ?? fields.uuid;
  return id === undefined ? fields : { ...fields, id };
}

/** A number of hours as the document writes a time: `12:30:00`. */
function hours(number: number): string {
  const minutes = Math.round(number * 60);
  const parts = [Math.floor(minutes / 60), minutes % 60, 0];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
