import type { Fields } from "./three-way.ts";

/** A save that would write over what somebody else changed meanwhile. */
export class EditConflict extends Error {
  override readonly name = "EditConflict";
  /** What the platform has now. */
  readonly theirs: Fields;
  /** Paths of what both sides changed. */
  readonly conflicts: readonly string[];

  constructor(connection: string, theirs: Fields, conflicts: readonly string[]) {
    const changed = conflicts.join(", ");
    super(
      `${changed} was changed on ${connection} since you opened it. Choose in the comparison what holds.`,
    );
    this.theirs = theirs;
    this.conflicts = conflicts;
  }
}
