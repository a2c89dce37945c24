import { type Parameter, tableOf } from "../../operation.ts";
import { adds, collection, filter, jsonBody, reads, removes, search, sets, username } from "./shared.ts";

const appId = {
  name: "appId",
  type: "string",
  required: true,
  help: "The app's id: name-version, with u and the revision where it is public.",
} as const satisfies Parameter;

const whose = [
  { name: "publicOnly", type: "boolean", help: "Public apps alone." },
  { name: "privateOnly", type: "boolean", help: "Private apps alone." },
] as const satisfies readonly Parameter[];

const app = jsonBody("ApplicationRequest", {
  name: "wordcount",
  version: "1.0",
  executionSystem: "compute.example.org",
  deploymentSystem: "storage.example.org",
  deploymentPath: "apps/wordcount",
  templatePath: "wrapper.sh",
  testPath: "test.sh",
  executionType: "HPC",
  parallelism: "SERIAL",
  inputs: [],
  parameters: [],
});
const permission = jsonBody("ApplicationPermissionRequest", {
  username: "mlopez",
  permission: "READ_EXECUTE",
});
const userPermission = jsonBody("ApplicationPermissionRequest", { permission: "READ_EXECUTE" });

const ofOne = { path: "/apps/v2/{appId}", pathParameters: [appId] } as const;
const permissions = { path: "/apps/v2/{appId}/pems", pathParameters: [appId] } as const;
const permissionsOfUser = {
  path: "/apps/v2/{appId}/pems/{username}",
  pathParameters: [appId, username],
} as const;

const noPublicPermissions = "Public apps have no permissions: the server answers 501.";

/** The operations of Agave's app service, by the names of the AgavePy document. */
export const apps = tableOf({
  "apps.add": {
    ...sets,
    path: "/apps/v2/",
    body: app,
    help: "Registers an app, or replaces the private one of the same name and version.",
    result: "The app; the status is 200 also where it is new.",
  },
  "apps.list": {
    ...reads,
    path: "/apps/v2/",
    query: [...whose, ...collection, search],
    pages: "offset",
    gives: "list",
    help: "Lists the apps that you can see.",
    result: "A page of short descriptions, the last changed first; whole apps where filter is given.",
  },
  "apps.delete": {
    ...removes,
    ...ofOne,
    help: "Deletes a private app, or takes a public one out of use.",
    result: "Nothing.",
    notes: ["Without the right to do it the server answers 401, which is no matter of signing in."],
  },
  "apps.get": { ...reads, ...ofOne, query: [filter], help: "Reads one app.", result: "The app." },
  "apps.manage": {
    ...ofOne,
    ...adds,
    method: "PUT",
    body: jsonBody("ApplicationOperationRequest", { action: "disable" }),
    help: "Publishes, clones, enables, disables or erases an app.",
    result: "The app after the action; nothing after erase.",
    notes: [
      "publish and clone also take name, version, executionSystem, deploymentSystem and deploymentPath.",
    ],
    ifLost:
      "The action may have been done, and publish or clone may have made an app: read the apps before repeating it.",
  },
  "apps.update": {
    ...sets,
    ...ofOne,
    body: app,
    help: "Replaces the description of a private app.",
    result: "The app as it is now; the status is 201.",
  },
  "apps.deletePermissions": {
    ...removes,
    ...permissions,
    help: "Withdraws all permissions on an app but the owner's.",
    result: "Nothing.",
    notes: [noPublicPermissions],
  },
  "apps.listPermissions": {
    ...reads,
    ...permissions,
    query: collection,
    gives: "list",
    help: "Lists who may do what with an app.",
    result: "A list of permissions, the owner's first.",
    notes: [noPublicPermissions, "The server ignores limit and offset."],
  },
  "apps.updateApplicationPermissions": {
    ...sets,
    ...permissions,
    body: permission,
    gives: "one",
    help: "Gives a user a permission on an app, in place of the present one.",
    result: "The permission; the document says a text.",
  },
  "apps.deletePermissionsForUser": {
    ...removes,
    ...permissionsOfUser,
    help: "Withdraws a user's permissions on an app.",
    result: "Nothing.",
  },
  "apps.listPermissionsForUser": {
    ...reads,
    ...permissionsOfUser,
    query: collection,
    gives: "one",
    help: "Reads a user's permission on an app.",
    result: "One permission; the document says a list.",
  },
  "apps.updatePermissionsForUser": {
    ...sets,
    ...permissionsOfUser,
    body: userPermission,
    gives: "one",
    help: "Gives a user a permission on an app, in place of the present one.",
    result: "The permission; the document says a text.",
    notes: ["A username in the body must be that of the path."],
  },
  "apps.listByName": {
    ...reads,
    path: "/apps/v2/name/{name}",
    pathParameters: [
      { name: "name", type: "string", required: true, help: "The id to look for, with * as wildcard." },
    ],
    query: [...whose, ...collection],
    pages: "offset",
    gives: "list",
    help: "Lists the apps whose id is like a name.",
    result: "A page of short descriptions.",
    notes: [
      "The server compares the whole id, so that a bare name finds nothing: use name-*.",
      "It ignores publicOnly and privateOnly.",
    ],
  },
  "apps.listBySystemId": {
    ...reads,
    path: "/apps/v2/system/{systemId}",
    pathParameters: [
      { name: "systemId", type: "string", required: true, help: "The execution system, with * as wildcard." },
    ],
    query: [...whose, ...collection],
    pages: "offset",
    gives: "list",
    help: "Lists the apps that run on a system.",
    result: "A page of short descriptions.",
  },
});
