import { type PermissionCalls, permissionCalls } from "../../platforms/agave/access/calls.ts";

/** A level of access, with what it lets people do. */
export interface GrantLevel {
  readonly id: string;
  readonly help: string;
}

/** How access to one kind of thing is given and taken. */
export interface GrantKind extends PermissionCalls {
  /** The section: `Permissions`. */
  readonly title: string;
  /** One of them, in lower case: `permission`. */
  readonly grant: string;
  /** What it is given to: `app`. */
  readonly one: string;
  /** From the least to the most. */
  readonly levels: readonly GrantLevel[];
  /** Whether the platform refuses people whom it does not know. */
  readonly knownPeople: boolean;
  /** The user name that stands for everybody. */
  readonly everybody?: string;
}

const levelsToRead: readonly GrantLevel[] = [
  { id: "READ", help: "see it" },
  { id: "WRITE", help: "change it" },
  { id: "READ_WRITE", help: "see and change it" },
];

const levelsToRun: readonly GrantLevel[] = [
  ...levelsToRead,
  { id: "EXECUTE", help: "run it" },
  { id: "READ_EXECUTE", help: "see and run it" },
  { id: "WRITE_EXECUTE", help: "change and run it" },
  { id: "ALL", help: "see, change and run it" },
];

const actorLevels: readonly GrantLevel[] = [
  { id: "READ", help: "see it, its executions and logs" },
  { id: "EXECUTE", help: "see it and send it messages" },
  { id: "UPDATE", help: "see, run, change and delete it" },
];

const roles: readonly GrantLevel[] = [
  { id: "GUEST", help: "see it and read its public files" },
  { id: "USER", help: "run jobs on it and use its files" },
  { id: "PUBLISHER", help: "use it and register apps on it" },
  { id: "ADMIN", help: "use and change it, and give roles on it" },
  { id: "OWNER", help: "do everything with it" },
];

const permissions = { title: "Permissions", grant: "permission" } as const;

/** Everything that access is given to, by its kind. */
export const grantKinds = {
  app: {
    ...permissions,
    ...permissionCalls.app,
    one: "app",
    levels: levelsToRun,
    knownPeople: false,
  },
  job: {
    ...permissions,
    ...permissionCalls.job,
    one: "job",
    levels: levelsToRead,
    knownPeople: true,
  },
  metadata: {
    ...permissions,
    ...permissionCalls.metadata,
    one: "metadata",
    levels: levelsToRead,
    knownPeople: false,
  },
  schema: {
    ...permissions,
    ...permissionCalls.schema,
    one: "metadata schema",
    levels: levelsToRead,
    knownPeople: true,
  },
  actor: {
    ...permissions,
    ...permissionCalls.actor,
    one: "actor",
    levels: actorLevels,
    knownPeople: false,
    everybody: "ABACO_WORLD",
  },
  system: {
    ...permissionCalls.system,
    title: "Roles",
    grant: "role",
    one: "system",
    levels: roles,
    knownPeople: true,
  },
} as const satisfies Readonly<Record<string, GrantKind>>;

export type GrantKindName = keyof typeof grantKinds;

/** A kind by its name. */
export function grantKindOf(name: GrantKindName): GrantKind {
  return grantKinds[name];
}
