import type { Links } from "./common.ts";

/** A system in a list. */
export interface SystemSummary {
  readonly id: string;
  readonly name?: string;
  readonly type?: "EXECUTION" | "STORAGE";
  readonly description?: string;
  readonly status?: string;
  readonly public?: boolean;
  readonly default?: boolean;
  readonly lastUpdated?: string;
  readonly _links?: Links;
}

/** A system on which files lie or jobs run. */
export interface System extends SystemSummary {
  readonly uuid?: string;
  readonly owner?: string;
  readonly site?: string;
  readonly available?: boolean;
  readonly revision?: number;
  readonly storage?: Readonly<Record<string, unknown>>;
  readonly login?: Readonly<Record<string, unknown>>;
  readonly queues?: readonly unknown[];
  readonly scheduler?: string;
  readonly [more: string]: unknown;
}

/** What a system is registered or replaced with. */
export interface SystemRequest {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly storage: Readonly<Record<string, unknown>>;
  readonly [more: string]: unknown;
}

/** What a user is on a system. */
export interface SystemRole {
  readonly username: string;
  /** GUEST, USER, PUBLISHER, ADMIN or OWNER. */
  readonly role: string;
  readonly _links?: Links;
}

/** A credential as it is stored; its secret parts are not answered. */
export interface StoredCredential {
  readonly internalUsername?: string | null;
  readonly type?: string;
  readonly parentType?: string;
  readonly default?: boolean;
  readonly username?: string;
  readonly valid?: boolean;
  readonly created?: string;
  readonly [more: string]: unknown;
}

/** A credential to store. */
export interface CredentialRequest {
  readonly type: string;
  /** Servers fail without it. */
  readonly server: Readonly<Record<string, unknown>>;
  readonly default?: boolean;
  readonly username?: string;
  readonly password?: string;
  readonly [more: string]: unknown;
}

export interface SystemAnswers {
  "systems.add": System;
  "systems.list": readonly SystemSummary[];
  "systems.delete": undefined;
  "systems.get": System;
  /** Nothing after erase. */
  "systems.manage": System | undefined;
  "systems.update": System;
  "systems.deleteRoles": undefined;
  "systems.listRoles": readonly SystemRole[];
  /** Nothing where the role was withdrawn on some servers. */
  "systems.updateRole": SystemRole | undefined;
  "systems.deleteRoleForUser": undefined;
  "systems.getRoleForUser": SystemRole;
  "systems.updateRoleForUser": SystemRole | undefined;
  "systems.deleteCredentials": undefined;
  "systems.listCredentials": readonly StoredCredential[];
  "systems.updateCredentials": undefined;
  "systems.deleteCredentialsForInternalUser": undefined;
  "systems.listCredentialsForInternalUser": readonly StoredCredential[];
  "systems.updateCredentialsForInternalUser": undefined;
  "systems.deleteCredentialsForInternalUserByType": undefined;
  "systems.listCredentialsForInternalUserByType": readonly StoredCredential[];
  "systems.updateCredentialsForInternalUserByType": undefined;
}

export interface SystemBodies {
  "systems.add": SystemRequest;
  "systems.manage": { readonly action: string; readonly id?: string };
  "systems.update": SystemRequest;
  "systems.updateRole": Omit<SystemRole, "_links">;
  "systems.updateRoleForUser": { readonly username?: string; readonly role: string };
  "systems.updateCredentials": CredentialRequest;
  "systems.updateCredentialsForInternalUser": CredentialRequest;
  "systems.updateCredentialsForInternalUserByType": CredentialRequest;
}
