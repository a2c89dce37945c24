import { isObject } from "../server/message.ts";

/** What somebody may do with a resource. */
export interface Permission {
  readonly read: boolean;
  readonly write: boolean;
  readonly execute: boolean;
}

const of = (letters: string): Permission => ({
  read: letters.includes("r"),
  write: letters.includes("w"),
  execute: letters.includes("x"),
});

/** The names of permissions that requests give, in capitals. */
const named: Readonly<Record<string, Permission>> = {
  NONE: of(""),
  READ: of("r"),
  WRITE: of("w"),
  EXECUTE: of("x"),
  READ_WRITE: of("rw"),
  READ_EXECUTE: of("rx"),
  WRITE_EXECUTE: of("wx"),
  ALL: of("rwx"),
};

export const noPermission = of("");
export const allPermissions = of("rwx");

/** The permission of a name, compared without case; an empty one is none. Undefined where there is none of that name. */
export function permissionNamed(name: string): Permission | undefined {
  const folded = name === "" ? "NONE" : name.toUpperCase();
  return Object.hasOwn(named, folded) ? named[folded] : undefined;
}

/** Whether a permission permits nothing. */
export function isNothing({ read, write, execute }: Permission): boolean {
  return !(read || write || execute);
}

/** What a request says about whom and how much; what is not said, or is no text, is undefined. */
export function readGrant(body: unknown): { readonly username?: string; readonly permission?: string } {
  if (!isObject(body)) return {};
  const { username, permission } = body;
  return {
    ...(typeof username === "string" && username !== "" ? { username } : {}),
    ...(typeof permission === "string" ? { permission } : {}),
  };
}

/** The permissions of people on resources, by the resource's uuid. Usernames are compared as they are. */
export interface PermissionStore {
  get(uuid: string, username: string): Permission;
  /** In the order in which people were given their first permission. */
  list(uuid: string): readonly (readonly [username: string, permission: Permission])[];
  /** Replaces what somebody had; nothing at all removes the entry. */
  set(uuid: string, username: string, permission: Permission): void;
  clear(uuid: string): void;
}

/** Makes an empty store. */
export function createPermissionStore(): PermissionStore {
  const grants = new Map<string, Map<string, Permission>>();
  return {
    get: (uuid, username) => grants.get(uuid)?.get(username) ?? noPermission,
    list: (uuid) => [...(grants.get(uuid) ?? [])],
    set(uuid, username, permission) {
      const people = grants.get(uuid) ?? new Map<string, Permission>();
      grants.set(uuid, people);
      if (isNothing(permission)) people.delete(username);
      else people.set(username, permission);
    },
    clear: (uuid) => void grants.delete(uuid),
  };
}
