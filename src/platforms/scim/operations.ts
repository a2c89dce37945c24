import { type Operation, type Parameter, tableOf } from "../operation.ts";
import { count, creates, jsonBody, patches, reads, removes, startIndex } from "./parameters.ts";

/** The five operations on users that a SCIM directory is made of. */
export interface UserOperations {
  readonly list: Operation;
  readonly get: Operation;
  readonly create: Operation;
  readonly patch: Operation;
  readonly remove: Operation;
}

const id = {
  name: "id",
  type: "string",
  required: true,
  help: "The user's id.",
} as const satisfies Parameter;

const user = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  userName: "bjensen",
  emails: [{ type: "work", value: "bjensen@example.org", primary: true }],
};

const patch = {
  schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
  Operations: [{ op: "replace", value: { active: false } }],
};

/** User operations of SCIM 2.0 (RFC 7644 sections 3.3 to 3.6), which names none; these names are this project's. */
export const scimTable = tableOf({
  list_users: {
    ...reads,
    path: "/Users",
    query: [
      { name: "filter", type: "string", help: "A SCIM filter (RFC 7644 section 3.4.2.2)." },
      startIndex,
      count,
    ],
    pages: "startIndex",
    from: "server",
    help: "Lists users, page by page.",
    result: "One page of users, with the total.",
  },
  get_user: {
    ...reads,
    path: "/Users/{id}",
    pathParameters: [id],
    from: "server",
    help: "Reads one user.",
    result: "The user.",
  },
  create_user: {
    ...creates,
    path: "/Users",
    body: jsonBody("User", user),
    from: "server",
    help: "Creates a user.",
    result: "The user as stored, with its id.",
    ifLost: "The user may have been created: look it up by userName before creating it again.",
  },
  patch_user: {
    ...patches,
    path: "/Users/{id}",
    pathParameters: [id],
    body: jsonBody("PatchOp", patch),
    from: "server",
    help: "Changes attributes of a user in one atomic request.",
    result: "The user as it is now; nothing from servers that answer 204.",
  },
  delete_user: {
    ...removes,
    path: "/Users/{id}",
    pathParameters: [id],
    from: "server",
    help: "Deletes a user.",
    result: "Nothing.",
  },
});

/** The operations of the table by what a directory does with them. */
export const scimOperations: UserOperations = {
  list: scimTable.list_users,
  get: scimTable.get_user,
  create: scimTable.create_user,
  patch: scimTable.patch_user,
  remove: scimTable.delete_user,
};
