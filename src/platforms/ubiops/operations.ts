import { type Parameter, tableOf } from "../operation.ts";

const projectName = {
  name: "project_name",
  type: "string",
  required: true,
  fromConnection: "project",
  help: "The project; the connection's own unless given.",
} as const satisfies Parameter;

const serviceUserId = {
  name: "service_user_id",
  type: "string",
  required: true,
  help: "The service user's id.",
} as const satisfies Parameter;

const ofProject = { path: "/projects/{project_name}/service-users", pathParameters: [projectName] } as const;
const ofOne = {
  path: "/projects/{project_name}/service-users/{service_user_id}",
  pathParameters: [projectName, serviceUserId],
} as const;

const data = {
  encoding: "json",
  required: true,
  type: "ServiceUserCreate",
  name: "data",
  example: { name: "nightly-import", expiry_date: "2030-01-01T00:00:00.000Z" },
} as const;

const reads = { method: "GET", answers: "json", repeatable: true, writes: false, from: "seed" } as const;

/** The operations on service users of UbiOps, by the names of its Python client. */
export const ubiopsTable = tableOf({
  service_users_create: {
    ...ofProject,
    method: "POST",
    body: data,
    answers: "json",
    repeatable: false,
    writes: true,
    from: "seed",
    help: "Creates a service user and its token.",
    result: "The service user with its token, which is shown this once.",
    notes: [
      "A new service user has no role until one is assigned, so that its first requests are refused.",
      "Names are probably not unique: the same request again makes a second service user.",
      "Newer servers know no allowed_cors_origins.",
    ],
    ifLost:
      "A service user may have been created whose token nobody has: list the service users, and delete it or reset its token before creating another.",
    shownOnce: ["token"],
  },
  service_users_list: {
    ...reads,
    ...ofProject,
    gives: "list",
    help: "Lists the service users of a project.",
    result: "All service users, in one list without pages.",
  },
  service_users_get: {
    ...reads,
    ...ofOne,
    help: "Reads one service user.",
    result: "The service user, without its token.",
  },
  service_users_update: {
    ...ofOne,
    method: "PATCH",
    body: { ...data, example: { expiry_date: null } },
    answers: "json",
    repeatable: true,
    writes: true,
    from: "seed",
    help: "Changes the name, expiry date or allowed origins of a service user.",
    result: "The service user as it is now.",
    notes: [
      "Null as expiry_date lets it never expire; leaving it out keeps the date.",
      "allowed_cors_origins replaces the whole list; an empty one clears it.",
      "An expired service user can only be deleted.",
    ],
  },
  service_users_delete: {
    ...ofOne,
    method: "DELETE",
    answers: "nothing",
    repeatable: false,
    writes: true,
    from: "seed",
    help: "Deletes a service user; its token stops working.",
    result: "Nothing.",
  },
  service_users_token: {
    ...ofOne,
    path: "/projects/{project_name}/service-users/{service_user_id}/token",
    method: "PUT",
    answers: "json",
    repeatable: false,
    writes: true,
    from: "seed",
    help: "Resets the token of a service user; the old one stops working at once.",
    result: "The new token, which is shown this once.",
    notes: ["The token of an expired service user cannot be reset."],
    ifLost:
      "The old token may no longer work, and the new one is lost: reset the token once more and keep what is answered.",
    shownOnce: ["token"],
  },
});
