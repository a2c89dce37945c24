import { type Parameter, tableOf } from "../../operation.ts";
import { collection, filter, jsonBody, reads, removes, search, sets, username } from "./shared.ts";

const systemId = {
  name: "systemId",
  type: "string",
  required: true,
  help: "The system's id.",
} as const satisfies Parameter;

const internalUsername = {
  name: "internalUsername",
  type: "string",
  required: true,
  help: "An internal user that was registered before.",
} as const satisfies Parameter;

const credentialType = {
  name: "credentialType",
  type: "string",
  required: true,
  help: "The credential's type, such as storage, login or default.",
} as const satisfies Parameter;

const system = jsonBody("SystemRequest", {
  id: "storage.example.org",
  name: "Storage",
  type: "STORAGE",
  site: "example.org",
  storage: {
    host: "storage.example.org",
    port: 22,
    protocol: "SFTP",
    rootDir: "/",
    homeDir: "/home",
    auth: { type: "SSHKEYS", username: "agave", publicKey: "…", privateKey: "…" },
  },
});
const role = jsonBody("SystemRole", { username: "mlopez", role: "USER" });
const userRole = jsonBody("SystemRole", { role: "USER" });
const credential = jsonBody("UserCredential", {
  default: true,
  type: "PASSWORD",
  username: "agave",
  password: "…",
  server: { name: "MyProxy", endpoint: "myproxy.example.org", port: 7512, protocol: "MYPROXY" },
});

const ofOne = { path: "/systems/v2/{systemId}", pathParameters: [systemId] } as const;
const roles = { path: "/systems/v2/{systemId}/roles", pathParameters: [systemId] } as const;
const roleOfUser = {
  path: "/systems/v2/{systemId}/roles/{username}",
  pathParameters: [systemId, username],
} as const;
const credentials = { path: "/systems/v2/{systemId}/credentials", pathParameters: [systemId] } as const;
const credentialsOfUser = {
  path: "/systems/v2/{systemId}/credentials/{internalUsername}",
  pathParameters: [systemId, internalUsername],
} as const;
const credentialOfType = {
  path: "/systems/v2/{systemId}/credentials/{internalUsername}/{credentialType}",
  pathParameters: [systemId, internalUsername, credentialType],
} as const;

const noPublicRoles = "Public systems have no roles: the server answers 501.";
const emptyCredentials = "Where there are no credentials, servers answer 500 instead of an empty list.";
const needsServer = "Without a server key in the body, servers answer 500.";
const oneRole = "The document says a text; the server answers a list of one, out of which it is taken.";

/** The operations of Agave's system service, by the names of the AgavePy document. */
export const systems = tableOf({
  "systems.add": {
    ...sets,
    path: "/systems/v2/",
    body: system,
    help: "Registers a system, or updates the one of the same id.",
    result: "The system.",
  },
  "systems.list": {
    ...reads,
    path: "/systems/v2/",
    query: [
      { name: "type", type: "string", values: ["EXECUTION", "STORAGE"], help: "Systems of one type." },
      { name: "default", type: "boolean", help: "Whether it is the default one." },
      { name: "public", type: "boolean", help: "Whether everybody may use it." },
      ...collection,
      search,
    ],
    pages: "offset",
    gives: "list",
    help: "Lists the systems that you can see.",
    result: "A page of short descriptions, the last changed first; whole systems where filter is given.",
    notes: ["public=true may be answered by an error of the server for people who are no administrators."],
  },
  "systems.delete": {
    ...removes,
    ...ofOne,
    help: "Takes a system out of use.",
    result: "Nothing.",
    notes: ["Without the right to do it the server answers 401, which is no matter of signing in."],
  },
  "systems.get": { ...reads, ...ofOne, query: [filter], help: "Reads one system.", result: "The system." },
  "systems.manage": {
    ...sets,
    ...ofOne,
    repeatable: false,
    method: "PUT",
    body: jsonBody("SystemOperationRequest", { action: "disable" }),
    help: "Publishes, enables, disables, clones or erases a system, or makes it the default.",
    result: "The system after the action, nothing after erase; the document says a text.",
    notes: [
      "Actions: publish, unpublish, setDefault, unsetDefault, setGlobalDefault, unsetGlobalDefault, clone (with the new id), enable, disable, erase.",
    ],
    ifLost:
      "The action may have been done, and clone may have made a system: read the systems before repeating it.",
  },
  "systems.update": {
    ...sets,
    ...ofOne,
    body: system,
    help: "Replaces the description of a private system.",
    result: "The system as it is now.",
    notes: ["The body needs the id, and it must be that of the path."],
  },
  "systems.deleteRoles": {
    ...removes,
    ...roles,
    help: "Withdraws all roles on a system but the owner's.",
    result: "Nothing.",
    notes: [noPublicRoles],
  },
  "systems.listRoles": {
    ...reads,
    ...roles,
    query: collection,
    pages: "offset",
    gives: "list",
    help: "Lists the users of a system and their roles.",
    result: "A page of roles; your own alone unless you manage the system.",
  },
  "systems.updateRole": {
    ...sets,
    ...roles,
    body: role,
    gives: "one",
    help: "Gives a user a role on a system, in place of the present one.",
    result: "The role.",
    notes: [oneRole, "Roles: GUEST, USER, PUBLISHER, ADMIN, OWNER; NONE withdraws it."],
  },
  "systems.deleteRoleForUser": {
    ...removes,
    ...roleOfUser,
    help: "Withdraws a user's role on a system.",
    result: "Nothing.",
  },
  "systems.getRoleForUser": {
    ...reads,
    ...roleOfUser,
    query: collection,
    gives: "one",
    help: "Reads a user's role on a system.",
    result: "The role.",
    notes: ["The server answers an object to those who manage the system and a list of one to others."],
  },
  "systems.updateRoleForUser": {
    ...sets,
    ...roleOfUser,
    body: userRole,
    gives: "one",
    help: "Gives a user a role on a system, in place of the present one.",
    result: "The role.",
    notes: [oneRole],
  },
  "systems.deleteCredentials": {
    ...removes,
    ...credentials,
    help: "Deletes all credentials of a system.",
    result: "Nothing.",
  },
  "systems.listCredentials": {
    ...reads,
    ...credentials,
    query: collection,
    gives: "list",
    help: "Lists the credentials of a system by internal user.",
    result: "A list of credentials; the document says one.",
    notes: [emptyCredentials],
  },
  "systems.updateCredentials": {
    ...sets,
    ...credentials,
    body: credential,
    help: "Stores a credential for a system.",
    result: "Nothing.",
    notes: [needsServer],
  },
  "systems.deleteCredentialsForInternalUser": {
    ...removes,
    ...credentialsOfUser,
    help: "Deletes an internal user's credentials of a system.",
    result: "Nothing.",
  },
  "systems.listCredentialsForInternalUser": {
    ...reads,
    ...credentialsOfUser,
    query: collection,
    gives: "list",
    help: "Lists an internal user's credentials of a system.",
    result: "A list of credentials; the document says one.",
    notes: [emptyCredentials],
  },
  "systems.updateCredentialsForInternalUser": {
    ...sets,
    ...credentialsOfUser,
    body: credential,
    help: "Stores an internal user's credential for a system.",
    result: "Nothing.",
    notes: [needsServer],
  },
  "systems.deleteCredentialsForInternalUserByType": {
    ...removes,
    ...credentialOfType,
    help: "Deletes an internal user's credential of one type.",
    result: "Nothing.",
  },
  "systems.listCredentialsForInternalUserByType": {
    ...reads,
    ...credentialOfType,
    query: collection,
    gives: "list",
    help: "Reads an internal user's credential of one type.",
    result: "A list of credentials; the document says one.",
    notes: [emptyCredentials],
  },
  "systems.updateCredentialsForInternalUserByType": {
    ...sets,
    ...credentialOfType,
    body: credential,
    help: "Stores an internal user's credential of one type.",
    result: "Nothing.",
    notes: [needsServer],
  },
});
