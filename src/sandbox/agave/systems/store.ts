import type { SystemRecord, SystemRole } from "./record.ts";
import { systemRoles } from "./record.ts";

/** The systems of a tenant. */
export interface SystemStore {
  /** Compares without case; gives systems that are disabled as well. */
  get(id: string): SystemRecord | undefined;
  all(): readonly SystemRecord[];
  put(system: SystemRecord): void;
  remove(id: string): void;
  /** What somebody may do with a system. Public ones can be used by everybody. */
  roleOf(system: SystemRecord, username: string): SystemRole;
}

/** Makes an empty store. */
export function createSystemStore(isAdmin: (username: string) => boolean): SystemStore {
  const systems = new Map<string, SystemRecord>();
  return {
    get: (id) => systems.get(id.toLowerCase()),
    all: () => [...systems.values()],
    put: (system) => void systems.set(system.id.toLowerCase(), system),
    remove: (id) => void systems.delete(id.toLowerCase()),
    roleOf(system, username) {
      if (isAdmin(username)) return "ADMIN";
      if (system.isPublic) return publicRole(system);
      return system.owner === username ? "OWNER" : (system.roles.get(username) ?? "NONE");
    },
  };
}

function publicRole({ type, globalDefault }: SystemRecord): SystemRole {
  return type === "EXECUTION" || globalDefault ? "USER" : "GUEST";
}

/** Whether a role is enough where another one is needed. */
export function isAtLeast(role: SystemRole, needed: SystemRole): boolean {
  return systemRoles.indexOf(role) >= systemRoles.indexOf(needed);
}
