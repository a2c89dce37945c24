import { connected } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

const enablement = connected("apps");

/** Metadata and notifications of what Agave holds. */
export const attachedCommands: readonly CommandDeclaration[] = [
  {
    name: "addMetadata",
    title: "Add Metadata…",
    icon: "add",
    enablement,
    items: [{ on: "metadataSection", groups: ["inline@1", "3_make@1"] }],
  },
  {
    name: "browseMetadata",
    title: "Browse Metadata…",
    icon: "note",
    enablement,
    titles: [{ in: ["apps", "systems"], when: enablement, group: "3_metadata@1" }],
  },
  {
    name: "browseMetadataSchemas",
    title: "Browse Metadata Schemas…",
    icon: "symbol-structure",
    enablement,
    titles: [{ in: ["apps", "systems"], when: enablement, group: "3_metadata@2" }],
  },
  {
    name: "addMetadataSchema",
    title: "Add Metadata Schema…",
    icon: "add",
    enablement,
    titles: [{ in: ["apps", "systems"], when: enablement, group: "3_metadata@3" }],
  },
  {
    name: "deleteMetadataSchema",
    title: "Delete Metadata Schema…",
    icon: "trash",
    enablement,
    titles: [{ in: ["apps", "systems"], when: enablement, group: "3_metadata@4" }],
  },
  {
    name: "deleteMetadata",
    title: "Delete Metadata…",
    icon: "trash",
    enablement,
    items: [{ on: "metadata", groups: ["9_destructive@1"] }],
  },
  {
    name: "addNotification",
    title: "Add Notification…",
    icon: "bell",
    enablement,
    items: [{ on: "notificationsSection", groups: ["inline@1", "3_make@1"] }],
  },
  {
    name: "deleteNotification",
    title: "Delete Notification…",
    icon: "trash",
    enablement,
    items: [{ on: "notification", groups: ["9_destructive@1"] }],
  },
];
