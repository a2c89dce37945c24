import { connected } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

const enablement = connected("services");

/** Services of oSPARC. */
export const serviceCommands: readonly CommandDeclaration[] = [
  {
    name: "startService",
    title: "Start Service…",
    icon: "play",
    enablement,
    items: [{ on: "service|serviceVersion +dynamic", groups: ["inline@1", "1_item@2"] }],
  },
  {
    name: "openService",
    title: "Open Running Service…",
    icon: "link-external",
    enablement,
    items: [{ on: "runningService +address", groups: ["inline@1", "1_item@1"] }],
  },
  {
    name: "stopService",
    title: "Stop Running Service…",
    icon: "debug-stop",
    enablement,
    items: [{ on: "runningService", groups: ["9_destructive@1"] }],
  },
];
