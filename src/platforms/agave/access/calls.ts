import type { NamedCall } from "../../address.ts";
import { permissionsIn, permissionsOfAbaco, rolesIn, type UserPermission } from "./permissions.ts";

/** How the permissions on one kind of thing are read, given and taken. */
export interface PermissionCalls {
  /** Whether lists come in pages. */
  readonly paged: boolean;
  list(id: string): NamedCall;
  /** Those of people who may do something. */
  read(answer: unknown): readonly UserPermission[];
  set(id: string, permission: UserPermission): NamedCall;
  remove(id: string, user: string): NamedCall;
  /** Absent where the platform has no such operation. */
  removeAll?(id: string): NamedCall;
}

interface Pems {
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
function pems({ paged, by, operations }: Pems) {
  return {
    paged,
    list: (id: string) => ({ operation: operations.list, args: { [by]: id } }),
    read: permissionsIn,
    set: (id: string, { user, level }: UserPermission) => ({
      operation: operations.set,
      args: { [by]: id, body: { username: user, permission: level } },
    }),
    remove: (id: string, username: string) => ({
      operation: operations.remove,
      args: { [by]: id, username },
    }),
    removeAll: (id: string) => ({ operation: operations.removeAll, args: { [by]: id } }),
  };
}

/** Everything that has permissions of its own, by its kind. */
export const permissionCalls = {
  app: pems({
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
    paged: false,
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
} as const satisfies Readonly<Record<string, PermissionCalls>>;
