import { type Parameter, tableOf } from "../../operation.ts";
import { abacoPage, adds, jsonBody, reads, removes, search, sets } from "./shared.ts";

const actorId = {
  name: "actorId",
  type: "string",
  required: true,
  help: "The actor's id or an alias.",
} as const satisfies Parameter;

const workerId = {
  name: "workerId",
  type: "string",
  required: true,
  help: "The worker's id.",
} as const satisfies Parameter;

const nonceId = {
  name: "nonceId",
  type: "string",
  required: true,
  help: "The nonce's id.",
} as const satisfies Parameter;

const executionId = {
  name: "executionId",
  type: "string",
  required: true,
  help: "The execution's id.",
} as const satisfies Parameter;

const workers = { path: "/actors/v2/{actorId}/workers", pathParameters: [actorId] } as const;
const worker = {
  path: "/actors/v2/{actorId}/workers/{workerId}",
  pathParameters: [actorId, workerId],
} as const;
const nonces = { path: "/actors/v2/{actorId}/nonces", pathParameters: [actorId] } as const;
const nonce = { path: "/actors/v2/{actorId}/nonces/{nonceId}", pathParameters: [actorId, nonceId] } as const;
const executions = { path: "/actors/v2/{actorId}/executions", pathParameters: [actorId] } as const;
const ofExecution = [actorId, executionId] as const;

/** The operations of Abaco on what belongs to an actor: workers, nonces and executions. */
export const actorParts = tableOf({
  "actors.addWorker": {
    ...sets,
    ...workers,
    body: jsonBody("AddWorkersRequest", { num: 2 }),
    help: "Sees to it that an actor has at least so many workers.",
    result: "Nothing.",
    notes: ["Administrators alone may change workers."],
  },
  "actors.listWorkers": {
    ...reads,
    ...workers,
    gives: "list",
    help: "Lists the workers of an actor.",
    result: "A list of workers.",
  },
  "actors.deleteWorker": {
    ...removes,
    ...worker,
    help: "Stops a worker.",
    result: "Nothing; it stops a little later.",
  },
  "actors.getWorker": { ...reads, ...worker, help: "Reads one worker.", result: "The worker." },
  "actors.addNonce": {
    ...adds,
    ...nonces,
    body: { ...jsonBody("AddNonceRequest", { level: "EXECUTE", maxUses: 10 }), required: false },
    help: "Makes a nonce, with which anybody can use an actor without signing in.",
    result: "The nonce; the document says nothing.",
    ifLost: "A nonce may have been made: list the nonces, and delete those that nobody needs.",
    notes: ["Whoever has the id of a nonce can use it: treat it like a password."],
  },
  "actors.listNonces": {
    ...reads,
    ...nonces,
    gives: "list",
    help: "Lists the nonces of an actor.",
    result: "A list of nonces.",
  },
  "actors.deleteNonce": { ...removes, ...nonce, help: "Deletes a nonce.", result: "Nothing." },
  "actors.getNonce": { ...reads, ...nonce, help: "Reads one nonce.", result: "The nonce." },
  "actors.listExecutions": {
    ...reads,
    ...executions,
    query: [...abacoPage, search],
    help: "Sums up the executions of an actor.",
    result: "The executions and their totals.",
    notes: [
      "The executions are under executions; the document says ids.",
      "With any parameter the server answers the executions without totals.",
    ],
  },
  "actors.getExecution": {
    ...reads,
    path: "/actors/v2/{actorId}/executions/{executionId}",
    pathParameters: ofExecution,
    help: "Reads one execution.",
    result: "The execution.",
    notes: ["An id that is not known is answered with 400."],
  },
  "actors.getOneExecutionResult": {
    ...reads,
    path: "/actors/v2/{actorId}/executions/{executionId}/results",
    pathParameters: ofExecution,
    answers: "bytes",
    repeatable: false,
    writes: true,
    help: "Takes the next result of an execution.",
    result: "The result's bytes; nothing where none waits.",
    notes: ["Each call takes one result away, so that it is never repeated by itself."],
    ifLost:
      "The server may have handed out a result that did not arrive; it cannot be had again. Later calls give the next ones.",
  },
  "actors.getExecutionLogs": {
    ...reads,
    path: "/actors/v2/{actorId}/executions/{executionId}/logs",
    pathParameters: ofExecution,
    help: "Reads the log of an execution.",
    result: "The log; empty once it has expired, after half a day or so.",
  },
});
