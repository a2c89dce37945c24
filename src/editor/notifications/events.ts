/** What notifications can be about. */
export type NotifyingKind = "app" | "job" | "system" | "file";

const always = ["*"];

/** The events of each kind of thing that the services of Agave tell of; `*` is all of them. */
export const eventsOf: Readonly<Record<NotifyingKind, readonly string[]>> = {
  app: [
    ...always,
    "CREATED",
    "UPDATED",
    "DELETED",
    "PUBLISHED",
    "DISABLED",
    "ENABLED",
    "PERMISSION_GRANT",
    "PERMISSION_REVOKE",
  ],
  job: [
    ...always,
    "PENDING",
    "STAGING_INPUTS",
    "QUEUED",
    "RUNNING",
    "ARCHIVING",
    "FINISHED",
    "FAILED",
    "STOPPED",
    "KILLED",
    "STATUS_UPDATE",
    "PERMISSION_GRANT",
    "PERMISSION_REVOKE",
  ],
  system: [
    ...always,
    "UPDATED",
    "DELETED",
    "STATUS_CHANGE",
    "ROLES_GRANT",
    "ROLES_REVOKE",
    "CREDENTIAL_UPDATE",
    "CREDENTIAL_REMOVE",
  ],
  file: [...always, "CREATED", "UPLOAD", "DOWNLOAD", "RENAME", "MOVED", "DELETED", "PERMISSION_GRANT"],
};
