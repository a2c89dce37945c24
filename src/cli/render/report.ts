import type { RunReport } from "../../reconcile/report.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { Paint } from "../output/paint.ts";
import { count, counted, printable } from "../output/printable.ts";

/** How a run ended: the counts, then everything that did not succeed with its reason. */
export function renderReport(report: RunReport, paint: Paint): string[] {
  const { changes, succeeded, failed, skipped, state, id, outcomes } = report;
  const tally = [
    paint(succeeded > 0 ? "good" : "faint", `${count(succeeded)} succeeded`),
    paint(failed > 0 ? "bad" : "faint", `${count(failed)} failed`),
    paint(skipped > 0 ? "warning" : "faint", `${count(skipped)} skipped`),
  ].join(", ");
  const left = changes - succeeded - failed - skipped;
  return [
    `Run ${id}: ${counted(changes, "change")}, ${tally}.`,
    ...outcomes
      .filter(({ result }) => result !== "succeeded")
      .map(
        ({ change, result, why }) =>
          `  ${paint(result === "failed" ? "bad" : "warning", result)}  ${change.action} ${printable(change.person)}: ${printable(why ?? "")}`,
      ),
    ...(state === "done" ? [] : [unfinished(state, left, paint)]),
  ];
}

function unfinished(state: RunReport["state"], left: number, paint: Paint): string {
  const reason = state === "stopped" ? "Stopped after too many failures" : "Cancelled";
  return paint("warning", `${reason}: ${counted(left, "change")} left. Finish with: rollcall resume`);
}

/** How a command ends after a run: failed where a change failed or the run did not end, 2 where something was skipped. */
export function reportExit({ state, failed, skipped }: RunReport): ExitCode {
  if (failed > 0 || state !== "done") return exitCodes.failed;
  return skipped > 0 ? exitCodes.difference : exitCodes.done;
}
