/** The kinds of things that Agave gives other accounts access to. */
export const grantKinds = ["system", "app", "job", "metadata", "actor", "file"] as const;
export type GrantKind = (typeof grantKinds)[number];

/** One permission of an account on something that belongs to somebody else. */
export interface Grant {
  readonly connection: string;
  /** The account that has it: an Agave username. */
  readonly account: string;
  readonly kind: GrantKind;
  /** What it is on, by the platform's own id; of a file, `system/path`. */
  readonly resource: string;
  /** How people read that. */
  readonly label: string;
  /** The platform's own word: `USER`, `READ_WRITE`, `EXECUTE`. */
  readonly permission: string;
}

/** Something that belongs to an account. */
export interface Owned {
  readonly connection: string;
  readonly account: string;
  readonly kind: GrantKind;
  readonly id: string;
  /** How people read that. */
  readonly label: string;
  /** What it is, in a word or two of the platform: `STORAGE`, `RUNNING`. */
  readonly what: string;
}

/** What accounts may do and what belongs to them, as far as the signed-in user is shown it. */
export interface AccessReading {
  readonly connection: string;
  /** The account that is signed in: what it may do is never withdrawn. */
  readonly self: string;
  readonly grants: readonly Grant[];
  readonly owned: readonly Owned[];
  /** False where something was met whose permissions could not be read. What was read is certain all the same. */
  readonly complete: boolean;
  /** What could not be read and why, in plain words. */
  readonly notes: readonly string[];
}

/** What is read of the access of accounts. */
export interface AccessRequest {
  readonly accounts: readonly string[];
  readonly kinds: readonly GrantKind[];
  /** Files and folders to look at beside those that are known, each as `system/path`. */
  readonly files: readonly string[];
}

export interface AccessOptions {
  readonly signal?: AbortSignal;
  /** Called as things are looked at; `total` grows while they are being listed. */
  readonly onProgress?: (read: number, total?: number) => void;
}

/** A connection seen as a set of permissions. Every method rejects with a `DirectoryFailure`, and no write is repeated by itself. */
export interface AccessDirectory {
  readonly connection: string;
  /** Reads what accounts may do with things that belong to others, and what belongs to them. User names are compared without case. */
  readAccess(request: AccessRequest, options?: AccessOptions): Promise<AccessReading>;
  /** What the account of a grant may do with its resource now; undefined where that is nothing. */
  permissionOf(grant: Grant): Promise<string | undefined>;
  /** Withdraws whatever the account may do with the resource. */
  revoke(grant: Grant): Promise<void>;
  /** Gives the account the permission that the grant names, in place of any other. */
  grant(grant: Grant): Promise<void>;
}
