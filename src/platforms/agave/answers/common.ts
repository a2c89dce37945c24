/** Where related things are found, as the server links them. */
export type Links = Readonly<Record<string, unknown>>;

/** What a user may do with something. */
export interface Permission {
  readonly username: string;
  readonly internalUsername?: string | null;
  readonly permission: {
    readonly read?: boolean;
    readonly write?: boolean;
    /** Absent where there is nothing to execute. */
    readonly execute?: boolean;
  };
  /** Files alone. */
  readonly recursive?: boolean;
  readonly _links?: Links;
}

/** What a permission is given with; `NONE` withdraws it. */
export interface PermissionRequest {
  readonly username?: string;
  /** Such as READ, READ_WRITE, READ_EXECUTE, ALL, NONE. */
  readonly permission: string;
}

/** Something that happened to a job or a file. */
export interface HistoryEvent {
  readonly status: string;
  readonly created: string;
  readonly createdBy?: string;
  readonly description?: string;
  readonly progress?: unknown;
}

/** A file or directory in a listing. */
export interface RemoteFile {
  /** A dot for the directory that is listed. */
  readonly name: string;
  readonly path: string;
  readonly lastModified?: string;
  /** In bytes. */
  readonly length?: number;
  readonly permissions?: string;
  readonly format?: string;
  readonly mimeType?: string;
  readonly type?: "file" | "dir";
  readonly system?: string;
  readonly _links?: Links;
}
