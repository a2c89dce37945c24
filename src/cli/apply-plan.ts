import type { Plan } from "../identity/plan.ts";
import { changesToApply, leftOutOf } from "../identity/selection.ts";
import { changeActions } from "../identity/situation.ts";
import { undoRemarks } from "../identity/undo.ts";
import type { Decisions } from "../reconcile/apply.ts";
import type { RunReport } from "../reconcile/report.ts";
import { estimateText } from "../session/estimate.ts";
import type { Session } from "../session/types.ts";
import { UsageError } from "./exit.ts";
import { count, counted, printable } from "./output/printable.ts";
import type { Terminal } from "./output/terminal.ts";
import { typed } from "./output/typed.ts";

/**
 * Makes sure, before anything is read, that somebody can be asked or that `--yes` was given. `way`: what to do otherwise, in a sentence.
 * @throws {UsageError} Where neither is so.
 */
export function requireConsent(
  yes: boolean | undefined,
  terminal: Terminal,
  way = "Review the plan, then give --yes to apply it.",
): void {
  if (yes || terminal.interactive) return;
  throw new UsageError(`Nobody can be asked here, since this is no terminal. ${way}`);
}

/**
 * Asks whether a plan may be applied, with the counts and the name of what is written.
 * A connection that is marked as production wants its name typed, any other `yes`.
 * @returns Whether it was allowed.
 */
export async function allowed(
  plan: Plan,
  decisions: Decisions,
  session: Pick<Session, "configuration" | "estimate">,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<boolean> {
  const changes = changesToApply(plan, leftOutOf(plan, decisions));
  if (changes.length === 0) return true;
  const { connection, url } = plan.target;
  const counts = changeActions.flatMap((action) => {
    const planned = changes.filter((change) => change.action === action).length;
    return planned === 0 ? [] : [`${count(planned)} ${action}`];
  });
  const production = session.configuration.connections[connection]?.production === true;
  const word = production ? connection : "yes";
  const estimate = estimateText(await session.estimate(changes));
  terminal.say(
    "",
    `Apply ${counted(changes.length, "change")} (${counts.join(", ")}) to ${connection} at ${url}?`,
    `It takes ${estimate}.`,
  );
  const overLimits = plan.blocked.map(({ why }) => why);
  const [remark, ...reasons] = undoRemarks(changes);
  for (const warning of [...overLimits, ...(remark === undefined ? [] : [remark])])
    terminal.say(terminal.voice("warning", printable(warning)));
  terminal.say(...reasons.map((reason) => `  ${printable(reason)}`));
  if (production) terminal.say(terminal.voice("warning", `${connection} is marked as production.`));
  if (await typed(word, terminal, signal)) return true;
  terminal.say("Nothing was written.");
  return false;
}

/** Applies a plan with progress. */
export function applyPlan(
  plan: Plan,
  decisions: Decisions,
  session: Session,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<RunReport> {
  return session.apply(plan, {
    ...decisions,
    signal,
    onProgress: (progress) => terminal.progress.show(progress),
  });
}
