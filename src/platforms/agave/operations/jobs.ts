import { type Parameter, tableOf } from "../../operation.ts";
import {
  adds,
  collection,
  filter,
  jsonBody,
  page,
  reads,
  removes,
  search,
  sets,
  username,
} from "./shared.ts";

const jobId = {
  name: "jobId",
  type: "string",
  required: true,
  help: "The job's id.",
} as const satisfies Parameter;

const outputPath = {
  name: "filePath",
  type: "string",
  keepsSlashes: true,
  help: "The path within the job's output.",
} as const satisfies Parameter;

const job = jsonBody("JobRequest", {
  name: "wordcount of the morning",
  appId: "wordcount-1.0",
  inputs: {},
  parameters: {},
  archive: true,
});
const permission = jsonBody("JobPermissionRequest", { username: "mlopez", permission: "READ" });
const userPermission = jsonBody("JobPermissionRequest", { permission: "READ" });

const all = { path: "/jobs/v2/" } as const;
const ofOne = { path: "/jobs/v2/{jobId}", pathParameters: [jobId] } as const;
const permissions = { path: "/jobs/v2/{jobId}/pems", pathParameters: [jobId] } as const;
const permissionsOfUser = {
  path: "/jobs/v2/{jobId}/pems/{username}",
  pathParameters: [jobId, username],
} as const;

const order = [
  { name: "orderBy", type: "string", help: "The field to order by, such as created." },
  { name: "order", type: "string", values: ["asc", "desc"], help: "Smallest or largest first." },
] as const satisfies readonly Parameter[];

const searchable = [
  "appid",
  "archive",
  "archivepath",
  "archivesystem",
  "batchqueue",
  "created",
  "endtime",
  "executionsystem",
  "id",
  "lastupdated",
  "name",
  "owner",
  "starttime",
  "status",
  "submittime",
] as const;

/** The operations of Agave's job service, by the names of the AgavePy document. */
export const jobs = tableOf({
  "jobs.list": {
    ...reads,
    ...all,
    query: [...collection, ...order, search],
    pages: "offset",
    gives: "list",
    help: "Lists your jobs.",
    result: "A page of short descriptions, the last changed first; whole jobs where filter is given.",
  },
  "jobs.submit": {
    ...adds,
    ...all,
    body: job,
    help: "Submits a job.",
    result: "The job.",
    ifLost:
      "The job may have been submitted and be running: look for it by its name with jobs.list before submitting it again.",
  },
  "jobs.delete": {
    ...removes,
    ...ofOne,
    help: "Stops a job if it runs and hides it.",
    result: "Nothing; jobs.manage with the action restore brings it back.",
  },
  "jobs.get": {
    ...reads,
    ...ofOne,
    query: [filter],
    help: "Reads one job.",
    result: "The job.",
    notes: ["Newer servers use other names, such as systemId for executionSystem; both are read."],
  },
  "jobs.manage": {
    ...adds,
    ...ofOne,
    body: jsonBody("JobOperationRequest", { action: "stop" }),
    help: "Stops, resubmits, restores or resets a job.",
    result: "The job, the new one after resubmit; nothing after stop.",
    ifLost:
      "The action may have been done, and resubmit may have started another job: read the jobs before repeating it.",
  },
  "jobs.getHistory": {
    ...reads,
    path: "/jobs/v2/{jobId}/history",
    pathParameters: [jobId],
    query: page,
    pages: "offset",
    gives: "list",
    help: "Tells what has become of a job.",
    result: "A page of events, the oldest first.",
  },
  "jobs.deletePermissions": {
    ...removes,
    ...permissions,
    help: "Withdraws all permissions on a job but the owner's.",
    result: "Nothing.",
  },
  "jobs.listPermissions": {
    ...reads,
    ...permissions,
    query: page,
    gives: "list",
    help: "Lists who may do what with a job.",
    result: "A list of permissions, the owner's first and not counted by limit.",
  },
  "jobs.updatePermissions": {
    ...sets,
    ...permissions,
    body: permission,
    gives: "one",
    help: "Gives a user a permission on a job, in place of the present one.",
    result: "The permission; the document says a text.",
  },
  "jobs.deletePermissionsForUser": {
    ...removes,
    ...permissionsOfUser,
    pathParameters: [{ ...jobId, alias: "uniqueName" }, username],
    help: "Withdraws a user's permissions on a job.",
    result: "Nothing.",
    notes: [
      "The document calls the job uniqueName, for which the path has no place; it is the job's id, and both names are taken.",
    ],
  },
  "jobs.listPermissionsForUser": {
    ...reads,
    ...permissionsOfUser,
    query: page,
    gives: "one",
    help: "Reads a user's permission on a job.",
    result: "One permission; the document says a list.",
  },
  "jobs.updatePermissionsForUser": {
    ...sets,
    ...permissionsOfUser,
    body: userPermission,
    gives: "one",
    help: "Gives a user a permission on a job, in place of the present one.",
    result: "The permission; the document says a text.",
  },
  "jobs.getStatus": {
    ...reads,
    path: "/jobs/v2/{jobId}/status",
    pathParameters: [jobId],
    help: "Reads the status of a job.",
    result: "The job's id and status.",
  },
  "jobs.listOutputs": {
    ...reads,
    path: "/jobs/v2/{jobId}/outputs/listings/{filePath}",
    pathParameters: [jobId, outputPath],
    query: collection,
    pages: "offset",
    gives: "list",
    help: "Lists a job's output.",
    result: "A page of files and directories.",
    notes: ["Without the right to see it the server answers 401, which is no matter of signing in."],
  },
  "jobs.downloadOutput": {
    ...reads,
    path: "/jobs/v2/{jobId}/outputs/media/{filePath}",
    pathParameters: [jobId, { ...outputPath, required: true }],
    headers: [{ name: "Range", type: "string", help: "Part of the file, such as bytes=0-1023." }],
    answers: "stream",
    help: "Downloads a file of a job's output.",
    result: "The file's bytes as they come.",
  },
  "jobs.search": {
    ...reads,
    ...all,
    query: [
      {
        name: "attribute",
        type: "string",
        required: true,
        values: searchable,
        sentAs: false,
        help: "The field to search by.",
      },
      {
        name: "value",
        type: "string",
        required: true,
        sentAs: "{attribute}.eq",
        help: "The value to look for.",
      },
      ...collection,
    ],
    pages: "offset",
    gives: "list",
    help: "Lists your jobs that have a value in a field.",
    result: "A page of short descriptions, the last changed first.",
    notes: [
      "The document's path is /jobs/v2/{attribute}/{value}, which no server knows; the server's own search ignores what is asked for. It is sent to the list with attribute.eq=value, which works.",
    ],
  },
});
