/** A service user of a project. */
export interface ServiceUser {
  /** A uuid; the only sure key, as names may repeat. */
  readonly id: string;
  /** Made by UbiOps from the id and the project. */
  readonly email: string;
  readonly name?: string;
  readonly creation_date?: string;
  /** Absent on newer servers. */
  readonly allowed_cors_origins?: readonly string[];
  /** Null: it never expires. */
  readonly expiry_date?: string | null;
  /** Newer servers only. */
  readonly description?: string;
  /** Newer servers only. */
  readonly token_last_used?: string | null;
}

/** What a service user is made or changed with. What is left out stays as it is. */
export interface ServiceUserChange {
  readonly name?: string;
  /** Replaces the whole list. */
  readonly allowed_cors_origins?: readonly string[];
  /** In UTC; null: it never expires. */
  readonly expiry_date?: string | null;
}

/** What each operation of UbiOps answers. */
export interface UbiopsAnswers {
  /** With the token, which is shown this once. */
  service_users_create: ServiceUser & { readonly token: string };
  /** All of them. */
  service_users_list: readonly ServiceUser[];
  service_users_get: ServiceUser;
  service_users_update: ServiceUser;
  service_users_delete: undefined;
  /** The new token, which is shown this once. */
  service_users_token: { readonly token: string };
}

/** What the bodies of UbiOps hold. */
export interface UbiopsBodies {
  service_users_create: ServiceUserChange;
  service_users_update: ServiceUserChange;
}
