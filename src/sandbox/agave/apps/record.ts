/** An app: a program that an execution system runs. */
export interface AppRecord {
  /** `name-version`, and `u` with the revision behind it where it is public. */
  readonly id: string;
  readonly uuid: string;
  readonly owner: string;
  readonly name: string;
  readonly version: string;
  readonly revision: number;
  readonly isPublic: boolean;
  /** False once it is disabled, and for public ones once they are deleted. */
  readonly available: boolean;
  /** The id of the system that runs it. */
  readonly executionSystem: string;
  /** Everything else as it was described: label, deploymentPath, inputs, parameters and so on. */
  readonly description: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly lastModified: number;
}
