import { type Parameter, tableOf } from "../../operation.ts";
import { jsonBody, page, reads, removes, sets, username } from "./shared.ts";

const uuid = {
  name: "uuid",
  type: "string",
  required: true,
  help: "The uuid of the metadata or schema.",
} as const satisfies Parameter;

const permission = jsonBody("MetadataPermissionRequest", { username: "mlopez", permission: "READ" });
const userPermission = jsonBody("MetadataPermissionRequest", { permission: "READ" });

const onData = { path: "/meta/v2/data/{uuid}/pems", pathParameters: [uuid] } as const;
const onDataOfUser = {
  path: "/meta/v2/data/{uuid}/pems/{username}",
  pathParameters: [uuid, username],
} as const;
const onSchema = { path: "/meta/v2/schemas/{uuid}/pems", pathParameters: [uuid] } as const;
const onSchemaOfUser = {
  path: "/meta/v2/schemas/{uuid}/pems/{username}",
  pathParameters: [uuid, username],
} as const;

const withdrawal = { ...removes, result: "Nothing." } as const;
const list = {
  ...reads,
  query: page,
  gives: "list",
  result: "A list of permissions, the owner's first.",
} as const;
const ofUser = {
  ...reads,
  gives: "one",
  result: "The permission.",
  notes: ["Where the user has none, the server answers 404."],
} as const;
const grant = { ...sets, gives: "one", result: "The permission.", notes: ["none withdraws it."] } as const;
const samePath = "A username in the body must be that of the path.";

/** The operations on permissions of Agave's metadata service, by the names of the AgavePy document. */
export const metaPermissions = tableOf({
  "meta.deleteMetadataPermission": {
    ...withdrawal,
    ...onData,
    help: "Withdraws all permissions on metadata but the owner's.",
  },
  "meta.listMetadataPermissions": {
    ...list,
    ...onData,
    help: "Lists who may do what with metadata.",
    notes: ["The server ignores limit and offset."],
  },
  "meta.updateMetadataPermissions": {
    ...grant,
    ...onData,
    body: permission,
    help: "Gives a user a permission on metadata, in place of the present one.",
  },
  "meta.deleteMetadataPermissionsForUser": {
    ...withdrawal,
    ...onDataOfUser,
    help: "Withdraws a user's permissions on metadata.",
  },
  "meta.listMetadataPermissionsForUser": {
    ...ofUser,
    ...onDataOfUser,
    help: "Reads a user's permission on metadata.",
  },
  "meta.updateMetadataPermissionsForUser": {
    ...grant,
    ...onDataOfUser,
    body: userPermission,
    help: "Gives a user a permission on metadata, in place of the present one.",
    notes: [...grant.notes, samePath],
  },
  "meta.deleteSchemaPermissions": {
    ...withdrawal,
    ...onSchema,
    help: "Withdraws all permissions on a schema but the owner's.",
  },
  "meta.listSchemaPermissions": {
    ...list,
    ...onSchema,
    help: "Lists who may do what with a schema.",
    notes: ["limit does not count the owner's."],
  },
  "meta.updateSchemaPermissions": {
    ...grant,
    ...onSchema,
    body: permission,
    help: "Gives a user a permission on a schema, in place of the present one.",
  },
  "meta.deleteSchemaPermissionsForUser": {
    ...withdrawal,
    ...onSchemaOfUser,
    help: "Withdraws a user's permissions on a schema.",
  },
  "meta.listSchemaPermissionsForUser": {
    ...ofUser,
    ...onSchemaOfUser,
    help: "Reads a user's permission on a schema.",
  },
  "meta.updateSchemaPermissionsForUser": {
    ...grant,
    ...onSchemaOfUser,
    body: userPermission,
    help: "Gives a user a permission on a schema, in place of the present one.",
    notes: [...grant.notes, samePath],
  },
});
