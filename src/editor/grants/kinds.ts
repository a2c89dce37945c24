import type { NamedCall } from "../../platforms/address.ts";
import type { Permission } from "../../platforms/agave/answers/common.ts";
import type { SystemRole } from "../../platforms/agave/answers/systems.ts";
import type { Grant } from "./owner.ts";

/** A level of access, with what it lets people do. */
export interface GrantLevel {
  readonly id: string;
  readonly help: string;
}

/** How access to one kind of thing is given and taken. */
export interface GrantKind {
  /** The section: `Permissions`. */
  readonly title: string;
  /** What it is given to: `app`. */
  readonly one: string;
  readonly levels: readonly GrantLevel[];
  list(id: string): NamedCall;
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
  { id: "EXECUTE", help: "send it messages, too" },
  { id: "UPDATE", help: "change and delete it, too" },
];

const roles: readonly GrantLevel[] = [
  { id: "GUEST", help: "see it and read its public files" },
  { id: "USER", help: "run jobs on it and use its files" },
  { id: "PUBLISHER", help: "register apps on it, too" },
  { id: "ADMIN", help: "change it and the roles of others, too" },
  { id: "OWNER", help: "everything" },
];

/** The level that the flags of a permission come to. */
export function levelOf({ read, write, execute }: Permission["permission"]): string {
  const all = [read && "READ", write && "WRITE", execute && "EXECUTE"].filter(Boolean);
  return all.length === 3 ? "ALL" : all.join("_") || "NONE";
}

function permissions(answer: unknown): readonly Grant[] {
  return (answer as readonly Permission[]).map(({ username, permission }) => ({
    user: username,
    level: levelOf(permission),
  }));
}

interface Pems {
  readonly one: string;
  readonly levels: readonly GrantLevel[];
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
function pems({ one, levels, by, operations }: Pems): GrantKind {
  return {
    title: "Permissions",
    one,
    levels,
    list: (id) => ({ operation: operations.list, args: { [by]: id } }),
    read: permissions,
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
    by: "uuid",
    operations: {
      list: "meta.listMetadataPermissions",
      set: "meta.updateMetadataPermissions",
      remove: "meta.deleteMetadataPermissionsForUser",
      removeAll: "meta.deleteMetadataPermission",
    },
  }),
  actor: {
    title: "Permissions",
    one: "actor",
    levels: actorLevels,
    list: (id) => ({ operation: "actors.getPermissions", args: { actorId: id } }),
    read: (answer) =>
      Object.entries(answer as Readonly<Record<string, string>>).map(([user, level]) => ({ user, level })),
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
    one: "system",
    levels: roles,
    list: (id) => ({ operation: "systems.listRoles", args: { systemId: id } }),
    read: (answer) =>
      (answer as readonly SystemRole[]).map(({ username, role }) => ({ user: username, level: role })),
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
