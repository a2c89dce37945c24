import type { HistoryEntry } from "../../reconcile/history.ts";

/** How each end of a change is told in a history. */
export const resultWords: Readonly<Record<HistoryEntry["result"], string>> = {
  succeeded: "done",
  failed: "failed",
  skipped: "skipped",
  unsettled: "not known how it ended",
  notReached: "not reached",
  leftOut: "left out",
};
