import { connected } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

/** SCIM users. */
export const userCommands: readonly CommandDeclaration[] = [
  {
    name: "copyEmail",
    title: "Copy E-mail",
    icon: "mail",
    enablement: connected("users"),
    items: [{ on: "user|account +email", groups: ["5_copy@2"] }],
  },
];
