import { connected } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

const enablement = connected("actors");

/** Who may do what with what Agave holds. */
export const grantCommands: readonly CommandDeclaration[] = [
  {
    name: "grantAccess",
    title: "Grant Access…",
    icon: "add",
    enablement,
    items: [{ on: "grants", groups: ["inline@1", "3_make@1"] }],
  },
  {
    name: "changeAccess",
    title: "Change Access…",
    icon: "edit",
    enablement,
    items: [{ on: "grant +changeable", groups: ["inline@1", "2_change@1"] }],
  },
  {
    name: "revokeAccess",
    title: "Revoke Access…",
    icon: "trash",
    enablement,
    items: [{ on: "grant +changeable", groups: ["9_destructive@1"] }],
  },
  {
    name: "revokeAllAccess",
    title: "Revoke All Access…",
    icon: "clear-all",
    enablement,
    items: [{ on: "grants +removable", groups: ["9_destructive@1"] }],
  },
];
