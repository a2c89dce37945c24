import type { Parameter } from "../operation.ts";
import type { UserOperations } from "../scim/operations.ts";

const accept = "application/scim+json";
const id: Parameter = {
  name: "id",
  type: "string",
  required: true,
  help: "Unique identifier of the user in ODM.",
};

/** The user operations of Genestack ODM, by the names of its Python client (`odm_api.UsersApi`). All need "Manage organization". */
export const odmOperations: UserOperations = {
  list: {
    name: "find_users",
    method: "GET",
    path: "/Users",
    query: [
      {
        name: "filter",
        type: "string",
        help: 'userName eq "…", emails[type eq "work" and value eq "…"], or both joined by and.',
      },
      { name: "startIndex", type: "integer", help: "1-based index of the first user wanted." },
      { name: "count", type: "integer", help: "Most users wanted in one page; 100 unless told otherwise." },
    ],
    answers: "json",
    accept,
    repeatable: true,
    writes: false,
    help: "Lists the active users; deactivated ones are hidden.",
  },
  get: {
    name: "get_user",
    method: "GET",
    path: "/Users/{id}",
    pathParameters: [id],
    answers: "json",
    accept,
    repeatable: true,
    writes: false,
    help: "Reads one active user.",
  },
  create: {
    name: "create_user",
    method: "POST",
    path: "/Users",
    body: { encoding: "json", required: true, type: "CreateUserRequest" },
    answers: "json",
    accept,
    repeatable: false,
    writes: true,
    help: "Creates a user, or updates the one whose login (work e-mail) is the same.",
  },
  patch: {
    name: "patch_user",
    method: "PATCH",
    path: "/Users/{id}",
    pathParameters: [id],
    body: { encoding: "json", required: true, type: "UserPatch" },
    answers: "json",
    accept,
    repeatable: false,
    writes: true,
    help: "Changes userName, externalId, displayName or active; works on deactivated users too.",
  },
  remove: {
    name: "delete_user",
    method: "DELETE",
    path: "/Users/{id}",
    pathParameters: [id],
    answers: "nothing",
    accept,
    repeatable: false,
    writes: true,
    help: "Deactivates a user.",
  },
};
