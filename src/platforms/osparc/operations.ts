import { type Parameter, tableOf } from "../operation.ts";

const serviceUuid = {
  name: "service_uuid",
  type: "string",
  required: true,
  help: "The uuid that the service was started under.",
} as const satisfies Parameter;

const serviceKey = {
  name: "service_key",
  type: "string",
  required: true,
  help: "The service's key, such as simcore/services/dynamic/3d-viewer.",
} as const satisfies Parameter;

const reads = {
  method: "GET",
  answers: "json",
  repeatable: true,
  writes: false,
  from: "seed",
} as const;

/** Starting waits for the cluster; the server sets itself no bound. */
const startingTakes = 600;

/** The operations of the oSPARC director, version 0, by the names of its Python client. */
export const osparcTable = tableOf({
  root_get: {
    ...reads,
    path: "/",
    help: "Tells which version answers and whether it is well.",
    result: "The director's name, status and versions.",
  },
  services_get: {
    ...reads,
    path: "/services",
    query: [
      {
        name: "service_type",
        type: "string",
        values: ["computational", "interactive"],
        help: "Which services to list; all unless given. The nodes of interactive ones have the type dynamic.",
      },
    ],
    gives: "list",
    help: "Lists the services that can be started.",
    result: "A list of services with their inputs and outputs; those with invalid metadata are left out.",
  },
  services_by_key_version_get: {
    ...reads,
    path: "/services/{service_key}/{service_version}",
    pathParameters: [
      serviceKey,
      { name: "service_version", type: "string", required: true, help: "The service's version or tag." },
    ],
    gives: "one",
    help: "Reads one version of a service.",
    result: "The service's metadata, as it is labelled and not checked.",
    notes: ["The server answers a list of one; it is taken out of it."],
  },
  running_interactive_services_post: {
    method: "POST",
    path: "/running_interactive_services",
    query: [
      { name: "user_id", type: "string", required: true, help: "Who the service is started for." },
      serviceKey,
      { ...serviceUuid, help: "A uuid of your choice; one that is in use is refused." },
      {
        name: "service_tag",
        type: "string",
        help: "The version to start; the last by alphabet unless given, so that 1.0.9 comes after 1.0.10.",
      },
    ],
    answers: "json",
    repeatable: false,
    writes: true,
    answersWithin: startingTakes,
    from: "seed",
    help: "Starts an interactive service and waits until it runs.",
    result: "The port, entry point and uuid of the running service.",
    notes: ["Everything goes into the query; there is no body."],
    ifLost:
      "The service may be running or starting: ask with running_interactive_services_get and the same uuid before starting it again.",
  },
  running_interactive_services_get: {
    ...reads,
    path: "/running_interactive_services/{service_uuid}",
    pathParameters: [serviceUuid],
    answers: "nothing",
    help: "Tells whether a service runs.",
    result: "Nothing where it runs; the refusal not found where it does not.",
    notes: ["The document promises an object; the server answers 204 without a body."],
  },
  running_interactive_services_delete: {
    method: "DELETE",
    path: "/running_interactive_services/{service_uuid}",
    pathParameters: [serviceUuid],
    answers: "nothing",
    repeatable: false,
    writes: true,
    from: "seed",
    help: "Stops a running service.",
    result: "Nothing.",
    notes: ["The document promises an object; the server answers 204 without a body."],
    ifLost:
      "The service may have been stopped: ask with running_interactive_services_get before stopping it again.",
  },
});
