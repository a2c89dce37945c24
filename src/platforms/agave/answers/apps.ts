import type { Links, Permission, PermissionRequest } from "./common.ts";

/** An app in a list. */
export interface AppSummary {
  /** name-version, with u and the revision where it is public. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly revision?: number;
  readonly executionSystem?: string;
  readonly shortDescription?: string;
  readonly isPublic?: boolean;
  readonly label?: string;
  readonly lastModified?: string;
  readonly _links?: Links;
}

/** An app: how a program is run on a system. */
export interface App extends AppSummary {
  readonly owner?: string;
  readonly available?: boolean;
  readonly longDescription?: string;
  readonly executionType?: string;
  readonly parallelism?: string;
  readonly deploymentSystem?: string;
  readonly deploymentPath?: string;
  readonly templatePath?: string;
  readonly testPath?: string;
  readonly tags?: readonly string[];
  readonly inputs?: readonly unknown[];
  readonly parameters?: readonly unknown[];
  readonly outputs?: readonly unknown[];
  readonly [more: string]: unknown;
}

/** What an app is registered or replaced with. */
export interface AppRequest {
  readonly name: string;
  readonly version: string;
  readonly executionSystem: string;
  readonly deploymentPath: string;
  readonly templatePath: string;
  readonly [more: string]: unknown;
}

export interface AppAnswers {
  "apps.add": App;
  "apps.list": readonly AppSummary[];
  "apps.delete": undefined;
  "apps.get": App;
  /** Nothing after erase. */
  "apps.manage": App | undefined;
  "apps.update": App;
  "apps.deletePermissions": undefined;
  "apps.listPermissions": readonly Permission[];
  /** Nothing where the permission was withdrawn on some servers. */
  "apps.updateApplicationPermissions": Permission | undefined;
  "apps.deletePermissionsForUser": undefined;
  "apps.listPermissionsForUser": Permission;
  "apps.updatePermissionsForUser": Permission | undefined;
  "apps.listByName": readonly AppSummary[];
  "apps.listBySystemId": readonly AppSummary[];
}

export interface AppBodies {
  "apps.add": AppRequest;
  "apps.manage": { readonly action: string; readonly [more: string]: unknown };
  "apps.update": AppRequest;
  "apps.updateApplicationPermissions": PermissionRequest & { readonly username: string };
  "apps.updatePermissionsForUser": PermissionRequest;
}
