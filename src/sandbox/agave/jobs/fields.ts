import type { SearchFields } from "../search.ts";
import { type JobRecord, localId, retries, workFolder } from "./record.ts";

const text = (of: (job: JobRecord) => string | null) => ({ type: "text", of }) as const;
const number = (of: (job: JobRecord) => number) => ({ type: "number", of }) as const;
const date = (of: (job: JobRecord) => number | null) => ({ type: "date", of }) as const;

/** What jobs can be searched and sorted by. */
export const jobFields: SearchFields<JobRecord> = {
  appid: text(({ appId }) => appId),
  archive: { type: "boolean", of: ({ archive }) => archive },
  archivepath: text(({ archivePath }) => archivePath),
  archivesystem: text(({ archiveSystem }) => archiveSystem),
  batchqueue: text(({ batchQueue }) => batchQueue),
  created: date(({ created }) => created),
  endtime: date(({ endTime }) => endTime),
  executionsystem: text(({ executionSystem }) => executionSystem),
  id: text(({ id }) => id),
  inputs: text(({ inputs }) => JSON.stringify(inputs)),
  lastupdated: date(({ lastUpdated }) => lastUpdated),
  localid: text(localId),
  maxruntime: text(({ maxRunTime }) => maxRunTime),
  memorypernode: number(({ memoryPerNode }) => memoryPerNode),
  name: text(({ name }) => name),
  nodecount: number(({ nodeCount }) => nodeCount),
  outputpath: text(workFolder),
  owner: text(({ owner }) => owner),
  parameters: text(({ parameters }) => JSON.stringify(parameters)),
  processorspernode: number(({ processorsPerNode }) => processorsPerNode),
  retries: number(() => retries),
  starttime: date(({ startTime }) => startTime),
  status: text(({ status }) => status),
  submittime: date(({ submitTime }) => submitTime),
  visible: { type: "boolean", of: ({ visible }) => visible },
};
