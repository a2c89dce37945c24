import type { NamedCall } from "../../platforms/address.ts";
import type { Grant } from "./owner.ts";
import { permissionsIn, permissionsOfAbaco, rolesIn } from "./read.ts";

/** A level of access, with what it lets people do. */
export interface GrantLevel {
  readonly id: string;
  readonly help: string;
}

/** How access to one kind of thing is given and taken. */
export interface GrantKind {
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
  /** Whether lists come in pages. */
  readonly paged: boolean;
  /** The user name that stands for everybody. */
  readonly everybody?: string;
  list(id: string): NamedCall;
  /** Those of people who may do something. */
  read(answer: unknown): readonly Grant[];
  set(id: string, grant: Grant): NamedCall;
  remove(id: string, user: string): NamedCall;
  /** Absent where the platform has no such operation. */
  removeAll?(id: string): NamedCall;
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

interface Pems {
  readonly one: string;
  readonly levels: readonly GrantLevel[];
  readonly knownPeople: boolean;
  readonly paged: boolean;
  /** The parameter that names the thing. */
  readonly by: string;
  readonly operations: {
    readonly list: string;
    readonly set: string;
    readonly remove: string;
    readonly removeAll: string;
  };
}

/** Permissions as all services of Agave but Abaco have them. */
function pems({ by, operations, ...facts }: Pems): GrantKind {
  return {
    ...facts,
    title: "Permissions",
    grant: "permission",
    list: (id) => ({ operation: operations.list, args: { [by]: id } }),
    read: permissionsIn,
    set: (id, { user, level }) => ({
      operation: operations.set,
      args: { [by]: id, body: { username: user, permission: level } },
    }),
    remove: (id, username) => ({ operation: operations.remove, args: { [by]: id, username } }),
    removeAll: (id) => ({ operation: operations.removeAll, args: { [by]: id } }),
  };
}

/** Everything that access is given to, by its kind. */
export const grantKinds = {
  app: pems({
    one: "app",
    levels: levelsToRun,
    knownPeople: false,
    paged: false,
    by: "appId",
    operations: {
      list: "apps.listPermissions",
      set: "apps.updateApplicationPermissions",
      remove: "apps.deletePermissionsForUser",
      removeAll: "apps.deletePermissions",
    },
  }),
  job: pems({
    one: "job",
    levels: levelsToRead,
    knownPeople: true,
    paged: true,
    by: "jobId",
    operations: {
      list: "jobs.listPermissions",
      set: "jobs.updatePermissions",
      remove: "jobs.deletePermissionsForUser",
      removeAll: "jobs.deletePermissions",
    },
  }),
  metadata: pems({
    one: "metadata",
    levels: levelsToRead,
    knownPeople: false,
    paged: false,
    by: "uuid",
    operations: {
      list: "meta.listMetadataPermissions",
      set: "meta.updateMetadataPermissions",
      remove: "meta.deleteMetadataPermissionsForUser",
      removeAll: "meta.deleteMetadataPermission",
    },
  }),
  schema: pems({
    one: "metadata schema",
    levels: levelsToRead,
    knownPeople: true,
    paged: true,
    by: "uuid",
    operations: {
      list: "meta.listSchemaPermissions",
      set: "meta.updateSchemaPermissions",
      remove: "meta.deleteSchemaPermissionsForUser",
      removeAll: "meta.deleteSchemaPermissions",
    },
  }),
  actor: {
    title: "Permissions",
    grant: "permission",
    one: "actor",
    levels: actorLevels,
    knownPeople: false,
    paged: false,
    everybody: "ABACO_WORLD",
    list: (id) => ({ operation: "actors.getPermissions", args: { actorId: id } }),
    read: permissionsOfAbaco,
    set: (id, { user, level }) => ({
      operation: "actors.updatePermissions",
      args: { actorId: id, body: { user, level } },
    }),
    remove: (id, user) => ({
      operation: "actors.updatePermissions",
      args: { actorId: id, body: { user, level: "NONE" } },
    }),
  },
  system: {
    title: "Roles",
    grant: "role",
    one: "system",
    levels: roles,
    knownPeople: true,
    paged: true,
    list: (id) => ({ operation: "systems.listRoles", args: { systemId: id } }),
    read: rolesIn,
    set: (id, { user, level }) => ({
      operation: "systems.updateRole",
      args: { systemId: id, body: { username: user, role: level } },
    }),
    remove: (id, username) => ({
      operation: "systems.deleteRoleForUser",
      args: { systemId: id, username },
    }),
    removeAll: (id) => ({ operation: "systems.deleteRoles", args: { systemId: id } }),
  },
} as const satisfies Readonly<Record<string, GrantKind>>;

export type GrantKindName = keyof typeof grantKinds;

/** A kind by its name. */
export function grantKindOf(name: GrantKindName): GrantKind {
  return grantKinds[name];
}
