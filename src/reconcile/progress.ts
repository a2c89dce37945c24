/** What a long operation is doing, for progress displays. Counts are of accounts while reading and of changes while applying. */
export interface Progress {
  readonly stage: "read" | "plan" | "apply" | "check";
  /** The connection being read or written, where there is one. */
  readonly connection?: string;
  readonly done: number;
  /** Absent while it is not known. */
  readonly total?: number;
}

export interface OperationOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}
