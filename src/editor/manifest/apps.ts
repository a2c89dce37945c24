import { connected } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

const enablement = connected("apps");

/** Apps of Agave. */
export const appCommands: readonly CommandDeclaration[] = [
  {
    name: "registerApp",
    title: "Register App…",
    icon: "add",
    enablement,
    titles: [{ in: "apps", when: enablement, group: "navigation@1" }],
    items: [{ on: "connection +apps", groups: ["inline@2", "3_make@1"] }],
  },
  {
    name: "submitJob",
    title: "Submit Job…",
    icon: "run",
    enablement,
    items: [{ on: "app +available", groups: ["inline@1", "1_item@2"] }],
  },
  {
    name: "updateApp",
    title: "Update App…",
    icon: "edit",
    enablement,
  },
  {
    name: "publishApp",
    title: "Publish App…",
    icon: "globe",
    enablement,
    items: [{ on: "app +private +available", groups: ["3_make@1"] }],
  },
  {
    name: "cloneApp",
    title: "Clone App…",
    icon: "files",
    enablement,
    items: [{ on: "app", groups: ["3_make@2"] }],
  },
  {
    name: "enableApp",
    title: "Enable App…",
    icon: "play-circle",
    enablement,
    items: [{ on: "app +disabled", groups: ["inline@1", "2_change@1"] }],
  },
  {
    name: "disableApp",
    title: "Disable App…",
    icon: "circle-slash",
    enablement,
    items: [{ on: "app +available", groups: ["2_change@1"] }],
  },
  {
    name: "deleteApp",
    title: "Delete App…",
    icon: "trash",
    enablement,
    items: [{ on: "app", groups: ["9_destructive@1"] }],
  },
  {
    name: "eraseApp",
    title: "Erase App…",
    icon: "flame",
    enablement,
    items: [{ on: "app", groups: ["9_destructive@2"] }],
  },
];
