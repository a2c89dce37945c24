/** When a resource was made and changed (RFC 7643 section 3.1). */
export interface ScimMeta {
  readonly resourceType?: string;
  readonly created?: string;
  readonly lastModified?: string;
  readonly location?: string;
  readonly version?: string;
}

/** A User resource (RFC 7643 section 4.1). */
export interface ScimUser {
  readonly schemas?: readonly string[];
  readonly id: string;
  readonly externalId?: string;
  readonly userName?: string;
  readonly displayName?: string;
  readonly active?: boolean;
  readonly emails?: readonly { readonly type?: string; readonly value: string; readonly primary?: boolean }[];
  readonly meta?: ScimMeta;
  readonly [attribute: string]: unknown;
}

/** A Group resource (RFC 7643 section 4.2). */
export interface ScimGroup {
  readonly schemas?: readonly string[];
  readonly id: string;
  readonly externalId?: string;
  readonly displayName: string;
  readonly members?: readonly { readonly value: string; readonly $ref?: string; readonly display?: string }[];
  readonly meta?: ScimMeta;
}

/** One page of a list. */
export interface ScimList<Resource> {
  readonly resources: readonly Resource[];
  /** How many there are in all; absent where the server does not state it. */
  readonly total?: number;
}

/** What a resource is made with: without what the server assigns. */
export type NewUser = Omit<ScimUser, "id" | "meta">;
export type NewGroup = Pick<ScimGroup, "schemas" | "externalId" | "displayName">;

/** A change of a resource (RFC 7644 section 3.5.2); all of it happens or nothing. */
export interface ScimPatch {
  readonly schemas: readonly string[];
  readonly Operations: readonly {
    readonly op: "add" | "replace" | "remove";
    readonly path?: string;
    readonly value?: unknown;
  }[];
}

/** What each operation of a SCIM server answers. */
export interface ScimAnswers {
  list_users: ScimList<ScimUser>;
  get_user: ScimUser;
  create_user: ScimUser;
  /** Undefined from servers that answer 204. */
  patch_user: ScimUser | undefined;
  delete_user: undefined;
}

/** What the bodies of a SCIM server hold. */
export interface ScimBodies {
  create_user: NewUser;
  patch_user: ScimPatch;
}

/** What each operation of Genestack ODM answers. */
export interface OdmAnswers {
  /** Active users alone. */
  find_users: ScimList<ScimUser>;
  get_user: ScimUser;
  /** The new user, or the one of the same e-mail, updated. */
  create_user: ScimUser;
  patch_user: ScimUser | undefined;
  /** The user is deactivated. */
  delete_user: undefined;
  find_groups: ScimList<ScimGroup>;
  get_group: ScimGroup;
  create_group: ScimGroup;
  patch_group: undefined;
  delete_group: undefined;
}

/** What the bodies of Genestack ODM hold. */
export interface OdmBodies {
  create_user: NewUser;
  patch_user: ScimPatch;
  create_group: NewGroup;
  patch_group: ScimPatch;
}
