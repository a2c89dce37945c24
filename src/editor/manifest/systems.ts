import { connected } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

const enablement = connected("systems");

/** Systems of Agave. */
export const systemCommands: readonly CommandDeclaration[] = [
  {
    name: "registerSystem",
    title: "Register System…",
    icon: "add",
    enablement,
    titles: [{ in: "systems", when: enablement, group: "navigation@1" }],
    items: [{ on: "connection +systems", groups: ["inline@2", "3_make@1"] }],
  },
  {
    name: "cloneSystem",
    title: "Clone System…",
    icon: "copy",
    enablement,
    items: [{ on: "system", groups: ["3_make@1"] }],
  },
  {
    name: "setDefaultSystem",
    title: "Set Default System…",
    icon: "star-full",
    enablement,
    items: [{ on: "system +other", groups: ["2_change@1"] }],
  },
  {
    name: "unsetDefaultSystem",
    title: "Unset Default System…",
    icon: "star-empty",
    enablement,
    items: [{ on: "system +default", groups: ["2_change@1"] }],
  },
  {
    name: "enableSystem",
    title: "Enable System…",
    icon: "check",
    enablement,
    items: [{ on: "system +disabled", groups: ["2_change@2"] }],
  },
  {
    name: "disableSystem",
    title: "Disable System…",
    icon: "circle-slash",
    enablement,
    items: [{ on: "system +enabled", groups: ["2_change@2"] }],
  },
  {
    name: "publishSystem",
    title: "Publish System…",
    icon: "globe",
    enablement,
    items: [{ on: "system +private", groups: ["2_change@3"] }],
  },
  {
    name: "unpublishSystem",
    title: "Unpublish System…",
    icon: "lock",
    enablement,
    items: [{ on: "system +public", groups: ["2_change@3"] }],
  },
  {
    name: "setGlobalDefaultSystem",
    title: "Set Default System of All…",
    icon: "star-full",
    enablement,
    items: [{ on: "system +public", groups: ["2_change@4"] }],
  },
  {
    name: "unsetGlobalDefaultSystem",
    title: "Unset Default System of All…",
    icon: "star-empty",
    enablement,
    items: [{ on: "system +public", groups: ["2_change@5"] }],
  },
  {
    name: "addCredential",
    title: "Add Credential…",
    icon: "key",
    enablement,
    items: [{ on: "credentials", groups: ["inline@1", "3_make@1"] }],
  },
  {
    name: "deleteCredential",
    title: "Delete Credential…",
    icon: "trash",
    enablement,
    items: [{ on: "credential", groups: ["9_destructive@1"] }],
  },
  {
    name: "deleteSystem",
    title: "Delete System…",
    icon: "trash",
    enablement,
    items: [{ on: "system", groups: ["9_destructive@1"] }],
  },
  {
    name: "eraseSystem",
    title: "Erase System…",
    icon: "flame",
    enablement,
    items: [{ on: "system", groups: ["9_destructive@2"] }],
  },
];
