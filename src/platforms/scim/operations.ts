import type { Operation, Parameter } from "../operation.ts";

/** The five operations on users that a SCIM directory is made of. */
export interface UserOperations {
  readonly list: Operation;
  readonly get: Operation;
  readonly create: Operation;
  readonly patch: Operation;
  readonly remove: Operation;
}

const accept = "application/scim+json";
const id: Parameter = { name: "id", type: "string", required: true, help: "The user's id." };

/** User operations of SCIM 2.0 (RFC 7644 sections 3.3 to 3.6), which names none; these names are this project's. */
export const scimOperations: UserOperations = {
  list: {
    name: "list_users",
    method: "GET",
    path: "/Users",
    query: [
      { name: "filter", type: "string", help: "A SCIM filter (RFC 7644 section 3.4.2.2)." },
      { name: "startIndex", type: "integer", help: "1-based index of the first user wanted." },
      { name: "count", type: "integer", help: "Most users wanted in one page; the server may lower it." },
    ],
    answers: "json",
    accept,
    repeatable: true,
    writes: false,
    help: "Lists users, page by page.",
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
    help: "Reads one user.",
  },
  create: {
    name: "create_user",
    method: "POST",
    path: "/Users",
    body: { encoding: "json", required: true, type: "User" },
    answers: "json",
    accept,
    repeatable: false,
    writes: true,
    help: "Creates a user.",
  },
  patch: {
    name: "patch_user",
    method: "PATCH",
    path: "/Users/{id}",
    pathParameters: [id],
    body: { encoding: "json", required: true, type: "PatchOp" },
    answers: "json",
    accept,
    repeatable: false,
    writes: true,
    help: "Changes attributes of a user in one atomic request.",
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
    help: "Deletes a user.",
  },
};
