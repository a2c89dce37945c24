/** What the exit codes mean. `usage` is EX_USAGE of sysexits.h. */
export const exitCodes = {
  done: 0,
  failed: 1,
  /** There is a difference, or a plan was refused in whole or in part. */
  difference: 2,
  /** Wrong flags, names, files or filters: running it again as it is cannot help. */
  usage: 64,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Something that the caller gave is wrong. The message names it and the way out. */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
}
