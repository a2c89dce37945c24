import type { Plan } from "../../../identity/plan.ts";
import type { Host } from "../../host.ts";
import { offerPlan } from "../../operations/offer-plan.ts";
import { showReconciliation } from "../../operations/plan.ts";
import { describeProblem } from "../../problem.ts";
import { chooseRun } from "../../views/reconciliation/choose-run.ts";
import { isUndoable } from "../../views/reconciliation/run-nodes.ts";
import { counted } from "../../views/reconciliation/words.ts";

/**
 * Takes the plan in hand that takes a run back: the selected one, or one that the person picks. It is reviewed and applied as any
 * plan, and says what stays.
 */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const id = await chooseRun(host, given, {
    title: "Undo Run",
    fits: isUndoable,
    none: "There is nothing to undo: no run has changed anything.",
  });
  if (id === undefined) return;
  const plan = await inverseOf(host, id);
  if (plan === undefined) return;
  host.reconciliation.take({ plan, judgements: host.reconciliation.inHand?.planning.judgements ?? [] });
  await showReconciliation();
  await offerPlan(host, plan, `Undo of run ${id}: ${textOf(plan)}`);
}

/** The plan; undefined where it is refused, and then the person is told why. */
async function inverseOf(host: Host, run: string): Promise<Plan | undefined> {
  try {
    return await (await host.sessions.get()).undo(run);
  } catch (error) {
    const { kind, message } = describeProblem(error);
    if (kind !== "refused") throw error;
    await host.ask.offer({ id: "notUndone", level: "warning", message, actions: [] });
    return undefined;
  }
}

function textOf({ changes, lasting = [], target, blocked }: Plan): string {
  const stays =
    lasting.length === 0
      ? ""
      : ` ${counted(lasting.length, "change")} cannot be undone whole: the view lists what stays.`;
  if (changes.length === 0) return `nothing of it can be taken back.${stays}`;
  const next = blocked.length > 0 ? "" : " Review and apply them as any plan.";
  return `${counted(changes.length, "change")} planned for ${target.connection}.${stays}${next}`;
}
