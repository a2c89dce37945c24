/** A snapshot file that cannot be used. The message names it and says what to do. */
export class SnapshotError extends Error {
  override readonly name = "SnapshotError";
}
