import { type JobRecord, localId, retries, workFolder } from "./record.ts";

const isoOrNull = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString();

const selfUrl = (origin: string, { id }: JobRecord): string => `${origin}/jobs/v2/${id}`;

function links(origin: string, job: JobRecord) {
  return {
    self: { href: selfUrl(origin, job) },
    app: { href: `${origin}/apps/v2/${encodeURIComponent(job.appId)}` },
    executionSystem: { href: `${origin}/systems/v2/${encodeURIComponent(job.executionSystem)}` },
    archiveData: { href: `${selfUrl(origin, job)}/outputs/listings` },
    owner: { href: `${origin}/profiles/v2/${encodeURIComponent(job.owner)}` },
  };
}

/** A job as lists show it. */
export function jobSummary(origin: string, job: JobRecord) {
  return {
    id: job.id,
    name: job.name,
    owner: job.owner,
    executionSystem: job.executionSystem,
    appId: job.appId,
    created: isoOrNull(job.created),
    status: job.status,
    startTime: isoOrNull(job.startTime),
    endTime: isoOrNull(job.endTime),
    _links: links(origin, job),
  };
}

/** A job with all that is known of it. */
export function jobResource(origin: string, job: JobRecord) {
  return {
    id: job.id,
    name: job.name,
    owner: job.owner,
    internalUsername: null,
    appId: job.appId,
    executionSystem: job.executionSystem,
    batchQueue: job.batchQueue,
    nodeCount: job.nodeCount,
    processorsPerNode: job.processorsPerNode,
    memoryPerNode: job.memoryPerNode,
    maxRunTime: job.maxRunTime,
    archive: job.archive,
    archiveSystem: job.archiveSystem,
    archivePath: job.archivePath,
    outputPath: workFolder(job),
    retries,
    localId: localId(job),
    created: isoOrNull(job.created),
    lastUpdated: isoOrNull(job.lastUpdated),
    submitTime: isoOrNull(job.submitTime),
    startTime: isoOrNull(job.startTime),
    endTime: isoOrNull(job.endTime),
    status: job.status,
    message: job.message,
    inputs: job.inputs,
    parameters: job.parameters,
    _links: {
      ...links(origin, job),
      archiveSystem: { href: `${origin}/systems/v2/${encodeURIComponent(job.archiveSystem)}` },
      permissions: { href: `${selfUrl(origin, job)}/pems` },
      history: { href: `${selfUrl(origin, job)}/history` },
      metadata: {
        href: `${origin}/meta/v2/data?q=${encodeURIComponent(JSON.stringify({ associationIds: job.id }))}`,
      },
      notifications: { href: `${origin}/notifications/v2?associatedUuid=${job.id}` },
    },
  };
}

/** The state of a job alone. */
export function jobStatusResource(origin: string, job: JobRecord) {
  return { id: job.id, status: job.status, _links: { self: { href: selfUrl(origin, job) } } };
}
