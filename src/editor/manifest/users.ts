import { connected } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

const enablement = connected("users");

/** SCIM users. */
export const userCommands: readonly CommandDeclaration[] = [
  {
    name: "createUser",
    title: "Create User…",
    icon: "person-add",
    enablement,
    titles: [{ in: "users", when: enablement, group: "navigation@1" }],
    items: [{ on: "connection +users", groups: ["inline@2", "3_make@1"] }],
  },
  {
    name: "editUserDisplayName",
    title: "Edit Display Name of User…",
    icon: "edit",
    enablement,
    items: [{ on: "user +editable", groups: ["2_change@1"] }],
  },
  {
    name: "renameUser",
    title: "Rename User…",
    icon: "symbol-string",
    enablement,
    items: [{ on: "user +editable", groups: ["2_change@2"] }],
  },
  {
    name: "setUserExternalId",
    title: "Set External Id of User…",
    icon: "symbol-key",
    enablement,
    items: [{ on: "user +editable", groups: ["2_change@3"] }],
  },
  {
    name: "reactivateUser",
    title: "Reactivate User…",
    icon: "debug-restart",
    enablement,
    items: [{ on: "user +inactive", groups: ["inline@2", "2_change@4"] }],
  },
  {
    name: "copyEmail",
    title: "Copy E-mail",
    icon: "mail",
    enablement,
    items: [{ on: "user|account +email", groups: ["5_copy@2"] }],
  },
  {
    name: "deactivateUser",
    title: "Deactivate User…",
    icon: "circle-slash",
    enablement,
    items: [{ on: "user +active", groups: ["9_destructive@1"] }],
  },
];
