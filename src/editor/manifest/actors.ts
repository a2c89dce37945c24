import { connected } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

const enablement = connected("actors");

/** Actors of Agave. */
export const actorCommands: readonly CommandDeclaration[] = [
  {
    name: "registerActor",
    title: "Register Actor…",
    icon: "add",
    enablement,
    titles: [{ in: "actors", when: enablement, group: "navigation@1" }],
    items: [{ on: "connection +actors", groups: ["inline@2", "3_make@1"] }],
  },
  {
    name: "sendMessage",
    title: "Send Message…",
    icon: "send",
    enablement,
    items: [
      { on: "actor", groups: ["inline@1", "2_change@1"] },
      { on: "messages|executions", groups: ["inline@1", "2_change@1"] },
    ],
  },
  {
    name: "openExecutionLog",
    title: "Open Log of Execution…",
    icon: "output",
    enablement,
    items: [{ on: "execution", groups: ["inline@1", "4_open@1"] }],
  },
  {
    name: "getExecutionResult",
    title: "Get Result of Execution…",
    icon: "desktop-download",
    enablement,
    items: [{ on: "execution +complete", groups: ["4_open@2"] }],
  },
  {
    name: "showActorMessage",
    title: "Show Status Message of Actor…",
    icon: "info",
    enablement,
    items: [{ on: "actor +message", groups: ["4_open@3"] }],
  },
  {
    name: "addWorkers",
    title: "Add Workers…",
    icon: "add",
    enablement,
    items: [
      { on: "workers", groups: ["inline@1", "3_make@1"] },
      { on: "actor", groups: ["3_make@1"] },
    ],
  },
  {
    name: "removeWorker",
    title: "Remove Worker…",
    icon: "trash",
    enablement,
    items: [{ on: "worker", groups: ["9_destructive@1"] }],
  },
  {
    name: "createNonce",
    title: "Create Nonce…",
    icon: "key",
    enablement,
    items: [
      { on: "nonces", groups: ["inline@1", "3_make@1"] },
      { on: "actor", groups: ["3_make@2"] },
    ],
  },
  {
    name: "copyNonce",
    title: "Copy Nonce…",
    icon: "copy",
    enablement,
    items: [{ on: "nonce", groups: ["inline@1", "5_copy@1"] }],
  },
  {
    name: "deleteNonce",
    title: "Delete Nonce…",
    icon: "trash",
    enablement,
    items: [{ on: "nonce", groups: ["9_destructive@1"] }],
  },
  {
    name: "pullActorImage",
    title: "Pull Image of Actor…",
    icon: "cloud-download",
    enablement,
    items: [{ on: "actor", groups: ["2_change@2"] }],
  },
  {
    name: "deleteActor",
    title: "Delete Actor…",
    icon: "trash",
    enablement,
    items: [{ on: "actor", groups: ["9_destructive@1"] }],
  },
];
