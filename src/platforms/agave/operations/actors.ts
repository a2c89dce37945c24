import { type Parameter, tableOf } from "../../operation.ts";
import { actorParts } from "./actorParts.ts";
import { abacoPage, adds, jsonBody, reads, removes, search, sets } from "./shared.ts";

const actorId = {
  name: "actorId",
  type: "string",
  required: true,
  help: "The actor's id or an alias.",
} as const satisfies Parameter;

const environment = {
  name: "environment",
  type: "map",
  help: "Variables for the actor's environment in this run.",
} as const satisfies Parameter;

const actor = jsonBody("Actor", {
  image: "example/wordcount:1.0",
  name: "wordcount",
  stateless: true,
  defaultEnvironment: { LANG: "en" },
});

const ofOne = { path: "/actors/v2/{actorId}", pathParameters: [actorId] } as const;
const messages = { path: "/actors/v2/{actorId}/messages", pathParameters: [actorId] } as const;
const state = { path: "/actors/v2/{actorId}/state", pathParameters: [actorId] } as const;
const permissions = { path: "/actors/v2/{actorId}/permissions", pathParameters: [actorId] } as const;

const largestMessage = 500_000_000;

const sends = {
  ...adds,
  ...messages,
  query: [environment],
  result: "The id of the execution that the message causes.",
  ifLost:
    "The message may have arrived and the actor be running: read its executions before sending it again.",
} as const;

const levels = "Levels: READ, EXECUTE, UPDATE; NONE withdraws it. The user ABACO_WORLD stands for everybody.";

const ownActors = tableOf({
  "actors.add": {
    ...adds,
    path: "/actors/v2",
    body: actor,
    help: "Registers an actor from a container image.",
    result: "The actor, submitted; it becomes ready by itself.",
    ifLost: "The actor may have been registered: look for it with actors.list before adding it again.",
  },
  "actors.list": {
    ...reads,
    path: "/actors/v2",
    query: [...abacoPage, search],
    pages: "offset",
    gives: "list",
    help: "Lists the actors that you can see.",
    result: "A list of actors.",
    notes: [
      "The document's offset is known to the server as skip, and is sent as that.",
      "With any parameter the server answers another shape; the list is taken out of it.",
    ],
  },
  "actors.delete": {
    ...removes,
    ...ofOne,
    help: "Deletes an actor.",
    result: "Nothing; it may take twenty seconds.",
  },
  "actors.get": { ...reads, ...ofOne, help: "Reads one actor.", result: "The actor." },
  "actors.update": {
    ...sets,
    ...ofOne,
    method: "PUT",
    body: actor,
    help: "Replaces the description of an actor.",
    result: "The actor as it is now.",
    notes: ["The body is the whole description, so that image is needed again; the name cannot be changed."],
  },
  "actors.getMessages": {
    ...reads,
    ...messages,
    help: "Tells how many messages wait for an actor.",
    result: "The number of messages.",
  },
  "actors.sendBinaryMessage": {
    ...sends,
    body: {
      encoding: "bytes",
      required: true,
      type: "MessageRequest",
      name: "message",
      maximumBytes: largestMessage,
    },
    help: "Sends bytes to an actor.",
  },
  "actors.sendMessage": {
    ...sends,
    body: jsonBody("MessageRequest", { message: "count the words" }),
    help: "Sends a message to an actor: its text under message, or any JSON.",
  },
  "actors.getState": { ...reads, ...state, help: "Reads the state of an actor.", result: "The state." },
  "actors.updateState": {
    ...sets,
    ...state,
    body: jsonBody("string", { lastRun: "2030-01-01" }),
    help: "Replaces the state of an actor.",
    result: "The actor; the document says the state.",
    notes: ["Stateless actors have no state: the server answers 404.", "An empty value is refused."],
  },
  "actors.getPermissions": {
    ...reads,
    ...permissions,
    help: "Lists who may do what with an actor.",
    result: "Levels by user name; the document says a text.",
    notes: [levels],
  },
  "actors.updatePermissions": {
    ...sets,
    ...permissions,
    body: jsonBody("PermissionsUpdateRequest", { user: "mlopez", level: "READ" }),
    help: "Gives a user a permission on an actor, in place of the present one.",
    result: "All levels by user name after the change.",
    notes: [levels],
  },
});

/** The operations of Abaco, Agave's actor service, by the names of the AgavePy document. */
export const actors = { ...ownActors, ...actorParts };
