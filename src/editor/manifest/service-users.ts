import { connected } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

const enablement = connected("serviceUsers");

/** Service users of UbiOps. */
export const serviceUserCommands: readonly CommandDeclaration[] = [
  {
    name: "createServiceUser",
    title: "Create Service User…",
    icon: "add",
    enablement,
    titles: [{ in: "serviceUsers", when: enablement, group: "navigation@1" }],
    items: [{ on: "connection +serviceUsers", groups: ["inline@2", "3_make@1"] }],
  },
  {
    name: "renameServiceUser",
    title: "Rename Service User…",
    icon: "edit",
    enablement,
    items: [{ on: "serviceUser +live", groups: ["2_change@1"] }],
  },
  {
    name: "setServiceUserExpiry",
    title: "Set Expiry of Service User…",
    icon: "calendar",
    enablement,
    items: [{ on: "serviceUser +live", groups: ["2_change@2"] }],
  },
  {
    name: "setServiceUserOrigins",
    title: "Set CORS Origins of Service User…",
    icon: "globe",
    enablement,
    items: [{ on: "serviceUser +live", groups: ["2_change@3"] }],
  },
  {
    name: "resetServiceUserToken",
    title: "Reset Token of Service User…",
    icon: "key",
    enablement,
    items: [{ on: "serviceUser +live", groups: ["3_token@2"] }],
  },
  {
    name: "copyServiceUserToken",
    title: "Copy Kept Token of Service User…",
    icon: "copy",
    enablement,
    items: [{ on: "serviceUser +token", groups: ["3_token@1", "inline@1"] }],
  },
  {
    name: "forgetServiceUserToken",
    title: "Forget Kept Token of Service User…",
    icon: "trash",
    enablement,
    items: [{ on: "serviceUser +token", groups: ["9_destructive@1"] }],
  },
  {
    name: "recreateServiceUser",
    title: "Delete and Recreate Service User…",
    icon: "debug-restart",
    enablement,
    items: [{ on: "serviceUser +expired", groups: ["9_destructive@2"] }],
  },
  {
    name: "deleteServiceUser",
    title: "Delete Service User…",
    icon: "trash",
    enablement,
    items: [{ on: "serviceUser", groups: ["9_destructive@3"] }],
  },
];
