import { type Parameter, tableOf } from "../operation.ts";
import type { UserOperations } from "../scim/operations.ts";
import { count, creates, jsonBody, patches, reads, removes, startIndex } from "../scim/parameters.ts";
import { groupTable } from "./groups.ts";

const id = {
  name: "id",
  type: "string",
  required: true,
  help: "Unique identifier of the user in ODM.",
} as const satisfies Parameter;

const user = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  userName: "bjensen",
  displayName: "Barbara Jensen",
  active: true,
  emails: [{ type: "work", value: "bjensen@example.org", primary: true }],
};

const patch = {
  schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
  Operations: [{ op: "replace", value: { active: false } }],
};

/** The user operations of Genestack ODM, by the names of its Python client (`odm_api.UsersApi`). All need "Manage organization". */
export const userTable = tableOf({
  find_users: {
    ...reads,
    path: "/Users",
    query: [
      {
        name: "filter",
        type: "string",
        help: 'userName eq "…", emails[type eq "work" and value eq "…"], or both joined by and.',
      },
      startIndex,
      count,
    ],
    pages: "startIndex",
    from: "seed",
    help: "Lists the active users; deactivated ones are hidden.",
    result: "One page of users, with the total; 100 of them unless count says otherwise.",
  },
  get_user: {
    ...reads,
    path: "/Users/{id}",
    pathParameters: [id],
    from: "seed",
    help: "Reads one active user.",
    result: "The user.",
  },
  create_user: {
    ...creates,
    path: "/Users",
    body: jsonBody("CreateUserRequest", user),
    from: "seed",
    help: "Creates a user, or updates the one whose login (work e-mail) is the same.",
    result: "The user as stored, with its id.",
    notes: ["active, displayName and one e-mail are required; userName is not."],
    ifLost:
      "The user may have been created or updated: look it up by its work e-mail before sending it again.",
  },
  patch_user: {
    ...patches,
    path: "/Users/{id}",
    pathParameters: [id],
    body: jsonBody("UserPatch", patch),
    from: "seed",
    help: "Changes userName, externalId, displayName or active; works on deactivated users too.",
    result: "The user as it is now.",
    notes: ["The document types a value as an object; the server takes texts and booleans as well."],
  },
  delete_user: {
    ...removes,
    path: "/Users/{id}",
    pathParameters: [id],
    from: "seed",
    help: "Deactivates a user.",
    result: "Nothing; the user is hidden from then on, and patch_user with its id brings it back.",
  },
});

/** All operations of Genestack ODM. */
export const odmTable = { ...userTable, ...groupTable };

/** The operations on users by what a directory does with them. */
export const odmOperations: UserOperations = {
  list: userTable.find_users,
  get: userTable.get_user,
  create: userTable.create_user,
  patch: userTable.patch_user,
  remove: userTable.delete_user,
};
