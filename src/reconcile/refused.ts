/** Why a plan is not applied. */
export type RefusalReason =
  | "edited"
  | "blocked"
  | "applied"
  | "unfinished"
  | "otherTarget"
  | "otherPolicy"
  | "busy"
  | "nothingToResume"
  | "snapshot"
  | "nothingToUndo"
  | "noSuchRun";

/** A plan (or a run) that is refused whole, before anything is written. The message says why and what to do instead. */
export class RefusedPlan extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string) {
    super(message);
    this.name = "RefusedPlan";
    this.reason = reason;
  }
}
