import type { PlanDifference } from "../../identity/compare-plans.ts";
import type { Change } from "../../identity/plan.ts";
import { count } from "../output/printable.ts";
import { changeLines } from "./change-lines.ts";
import type { PlanView } from "./plan.ts";

/** What a plan changes that an earlier one did not, and the reverse. */
export function renderPlanDifference(
  { added, gone, kept }: PlanDifference,
  earlier: string,
  { paint, most }: PlanView,
): readonly string[] {
  const listed = (title: string, changes: readonly Change[]) =>
    changes.length === 0
      ? []
      : [
          "",
          `${paint("heading", title)} (${count(changes.length)})`,
          ...changes
            .slice(0, most)
            .flatMap((change) => changeLines(change, paint).map((line) => `  ${line}`)),
          ...(changes.length > most
            ? [paint("faint", `  … and ${count(changes.length - most)} more: see --all or --json`)]
            : []),
        ];
  return [
    "",
    `Against plan ${earlier.slice(0, 12)}: ${count(added.length)} added, ${count(gone.length)} gone, ${count(kept)} as before.`,
    ...listed("Added", added),
    ...listed("Gone", gone),
  ];
}
