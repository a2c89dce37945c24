import type { Links, Permission, PermissionRequest } from "./common.ts";

/** A piece of metadata. */
export interface Metadata {
  readonly uuid: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly schemaId?: string | null;
  readonly associationIds?: readonly string[];
  readonly internalUsername?: string | null;
  readonly owner?: string;
  readonly created?: string;
  readonly lastUpdated?: string;
  readonly _links?: Links;
}

/** What metadata is added or replaced with. */
export interface MetadataRequest {
  readonly name: string;
  readonly value: unknown;
  readonly schemaId?: string;
  readonly associationIds?: readonly string[];
}

/** A JSON schema for metadata. */
export interface MetadataSchema {
  readonly uuid: string;
  readonly owner?: string;
  readonly schema: unknown;
  readonly created?: string;
  readonly lastUpdated?: string;
  readonly internalUsername?: string | null;
  readonly _links?: Links;
}

type JsonSchema = Readonly<Record<string, unknown>>;

export interface MetaAnswers {
  "meta.addMetadata": Metadata;
  "meta.listMetadata": readonly Metadata[];
  "meta.deleteMetadata": undefined;
  "meta.getMetadata": Metadata;
  "meta.updateMetadata": Metadata;
  "meta.addSchema": MetadataSchema;
  "meta.searchSchema": readonly MetadataSchema[];
  "meta.deleteSchema": undefined;
  "meta.getSchema": MetadataSchema;
  "meta.updateSchema": MetadataSchema;
  "meta.deleteMetadataPermission": undefined;
  "meta.listMetadataPermissions": readonly Permission[];
  "meta.updateMetadataPermissions": Permission | undefined;
  "meta.deleteMetadataPermissionsForUser": undefined;
  "meta.listMetadataPermissionsForUser": Permission;
  "meta.updateMetadataPermissionsForUser": Permission | undefined;
  "meta.deleteSchemaPermissions": undefined;
  "meta.listSchemaPermissions": readonly Permission[];
  "meta.updateSchemaPermissions": Permission | undefined;
  "meta.deleteSchemaPermissionsForUser": undefined;
  "meta.listSchemaPermissionsForUser": Permission;
  "meta.updateSchemaPermissionsForUser": Permission | undefined;
}

export interface MetaBodies {
  "meta.addMetadata": MetadataRequest;
  "meta.updateMetadata": MetadataRequest;
  "meta.addSchema": JsonSchema;
  "meta.updateSchema": JsonSchema;
  "meta.updateMetadataPermissions": PermissionRequest & { readonly username: string };
  "meta.updateMetadataPermissionsForUser": PermissionRequest;
  "meta.updateSchemaPermissions": PermissionRequest & { readonly username: string };
  "meta.updateSchemaPermissionsForUser": PermissionRequest;
}
