/** What notifications can be about. */
export type NotifyingKind = "app" | "job" | "system" | "file" | "metadata";

/** Something that services tell of, with what it means. */
export interface NotifyingEvent {
  readonly id: string;
  readonly help: string;
}

/** Stands for every event. */
export const everyEvent = "*";

const permissions: readonly NotifyingEvent[] = [
  { id: "PERMISSION_GRANT", help: "somebody is given access" },
  { id: "PERMISSION_REVOKE", help: "access is taken from somebody" },
];

/** What the services of Agave tell of, by what it happens to. The platform takes other names, too. */
export const eventsOf: Readonly<Record<NotifyingKind, readonly NotifyingEvent[]>> = {
  app: [
    { id: "CREATED", help: "it is registered" },
    { id: "UPDATED", help: "it is changed" },
    { id: "DELETED", help: "it is deleted" },
    { id: "RESTORED", help: "it comes back after it was deleted" },
    { id: "DISABLED", help: "it is taken out of use" },
    { id: "CLONED", help: "it is copied as another app" },
    { id: "PUBLISHED", help: "it becomes public" },
    { id: "PUBLISHING_FAILED", help: "it could not be made public" },
    { id: "UNPUBLISHED", help: "it is public no more" },
    ...permissions,
  ],
  job: [
    { id: "FINISHED", help: "it ends well" },
    { id: "FAILED", help: "it fails" },
    { id: "STOPPED", help: "it is stopped" },
    { id: "KILLED", help: "it is ended by force" },
    { id: "PENDING", help: "it is accepted" },
    { id: "PROCESSING_INPUTS", help: "its inputs are looked for" },
    { id: "STAGING_INPUTS", help: "its inputs are copied" },
    { id: "STAGED", help: "its inputs are there" },
    { id: "SUBMITTING", help: "it is being submitted" },
    { id: "QUEUED", help: "it is in the queue" },
    { id: "RUNNING", help: "it begins to run" },
    { id: "PAUSED", help: "it is paused" },
    { id: "CLEANING_UP", help: "it has run" },
    { id: "ARCHIVING", help: "its output is being archived" },
    { id: "ARCHIVING_FINISHED", help: "its output is archived" },
    { id: "ARCHIVING_FAILED", help: "its output could not be archived" },
    { id: "HEARTBEAT", help: "it shows that it runs" },
    ...permissions,
  ],
  system: [
    { id: "STATUS_UPDATE", help: "it goes up or down" },
    { id: "UPDATED", help: "it is changed" },
    { id: "DELETED", help: "it is deleted" },
    { id: "ENABLED", help: "it is put into use" },
    { id: "DISABLED", help: "it is taken out of use" },
    { id: "PUBLISH", help: "it becomes public" },
    { id: "UNPUBLISH", help: "it is public no more" },
    { id: "ROLES_GRANT", help: "somebody is given a role" },
    { id: "ROLES_REVOKE", help: "a role is taken from somebody" },
    { id: "UPDATE_CREDENTIAL", help: "a credential is stored or changed" },
    { id: "REMOVE_CREDENTIAL", help: "a credential is removed" },
    { id: "JOB_SUBMIT", help: "a job is submitted to it" },
    { id: "JOB_COMPLETE", help: "a job has run on it" },
  ],
  file: [
    { id: "CREATED", help: "it is made" },
    { id: "UPLOAD", help: "it is uploaded" },
    { id: "DOWNLOAD", help: "it is downloaded" },
    { id: "RENAME", help: "it is renamed" },
    { id: "MOVED", help: "it is moved" },
    { id: "OVERWRITTEN", help: "it is overwritten" },
    { id: "DELETED", help: "it is deleted" },
    ...permissions,
  ],
  metadata: [
    { id: "UPDATED", help: "it is changed" },
    { id: "DELETED", help: "it is deleted" },
    ...permissions,
  ],
};

/** What an event means: `everything that happens`, `it ends well`; its name where that is not known. */
export function eventText(event: string, of: NotifyingKind): string {
  if (event === everyEvent) return "everything that happens";
  return eventsOf[of].find(({ id }) => id === event)?.help ?? event;
}
