import type { Job } from "../../../platforms/agave/answers/jobs.ts";
import type { FilterExample } from "../../resources/local-filter.ts";
import { agaveOperators, type SearchDialect } from "../agave/search-filter.ts";
import { jobStatuses } from "./status.ts";

/** What jobs are searched by (JobSearchFilter.java, without what the server fails on). */
export const jobDialect: SearchDialect = {
  fields: {
    name: "text",
    status: "text",
    appid: "text",
    executionsystem: "text",
    owner: "text",
    id: "text",
    localid: "text",
    created: "date",
    submittime: "date",
    starttime: "date",
    endtime: "date",
    lastupdated: "date",
    batchqueue: "text",
    nodecount: "number",
    processorspernode: "number",
    memorypernode: "number",
    maxruntime: "text",
    retries: "number",
    inputs: "text",
    parameters: "text",
    outputpath: "text",
    archive: "boolean",
    archivepath: "text",
    archivesystem: "text",
    visible: "boolean",
  },
  values: { status: jobStatuses },
  operators: agaveOperators,
  word: (word) => ["name.like", `*${word}*`],
  example: "status=FINISHED created.after=2030-01-31",
};

/** What people call the fields, in the order in which they are offered. */
export const jobFieldLabels: Readonly<Record<string, string>> = {
  status: "Status",
  name: "Name",
  appid: "App",
  executionsystem: "Execution system",
  owner: "Owner",
  created: "Created",
  submittime: "Submitted",
  starttime: "Started",
  endtime: "Ended",
  lastupdated: "Last changed",
  batchqueue: "Queue",
  nodecount: "Nodes",
  processorspernode: "Processors per node",
  memorypernode: "Memory per node in GB",
  maxruntime: "Longest run time",
  inputs: "Inputs",
  parameters: "Parameters",
  outputpath: "Work directory",
  archive: "Archived",
  archivepath: "Archive path",
  archivesystem: "Archive system",
  id: "Id",
  localid: "Id on the system",
  retries: "Retries",
  visible: "In the list",
};

const valueIn: Readonly<Record<string, (job: Job) => string | null | undefined>> = {
  name: ({ name }) => name,
  appid: ({ appId }) => appId,
  executionsystem: ({ executionSystem }) => executionSystem,
  owner: ({ owner }) => owner,
  batchqueue: ({ batchQueue }) => batchQueue,
  archivesystem: ({ archiveSystem }) => archiveSystem,
};

/** The values of a field: all that there can be, or those of the jobs that have been read. */
export function knownValues(field: string, jobs: readonly Job[]): readonly string[] {
  const known = new Set(jobs.map((job) => valueIn[field]?.(job)));
  return jobDialect.values?.[field] ?? [...known].filter((value) => typeof value === "string").toSorted();
}

const week = 7 * 86_400_000;

/** Filters that are of use for jobs at a moment, in milliseconds since 1970. */
export function jobFilterExamples(now: number): readonly FilterExample[] {
  const since = new Date(now - week).toISOString().slice(0, 10);
  return [
    { filter: "status.nin=FINISHED,FAILED,STOPPED,KILLED", finds: "jobs that are under way" },
    { filter: "status=FAILED", finds: "jobs that failed" },
    { filter: `created.after=${since}`, finds: "jobs of the last 7 days" },
    { filter: "visible=false", finds: "deleted jobs" },
  ];
}
