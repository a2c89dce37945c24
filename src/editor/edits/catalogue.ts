import type { Editable } from "./editable.ts";

/** Everything that can be edited as JSON, loaded when it is edited. */
export const editables: Readonly<Record<string, () => Promise<Editable>>> = {
  user: async () => (await import("../views/users/edit.ts")).userEdit,
  serviceUser: async () => (await import("../views/service-users/edit.ts")).serviceUserEdit,
  actor: async () => (await import("../views/actors/edit.ts")).actorEdit,
  actorState: async () => (await import("../views/actors/edit-state.ts")).actorStateEdit,
  app: async () => (await import("../views/apps/edit.ts")).appEdit,
  system: async () => (await import("../views/systems/edit.ts")).systemEdit,
  metadata: async () => (await import("../metadata/edit.ts")).metadataEdit,
  metadataSchema: async () => (await import("../metadata/edit.ts")).schemaEdit,
  notification: async () => (await import("../notifications/edit.ts")).notificationEdit,
};
