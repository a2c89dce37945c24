import type { Plan } from "../../../identity/plan.ts";
import type { Host } from "../../host.ts";
import { rememberFindings } from "../../operations/apply.ts";
import { offerPlan } from "../../operations/offer-plan.ts";
import { makePlan } from "../../operations/plan.ts";
import { counted } from "../../views/reconciliation/words.ts";

/** Plans, lets a person review, applies what is ticked, and reports. */
export async function run(host: Host): Promise<void> {
  const planning = await makePlan(host);
  if (planning === undefined) return;
  const { changes, target, blocked } = planning.plan;
  if (changes.length === 0) return tellInStep(host, planning.plan);
  const planned = `${counted(changes.length, "change")} planned for ${target.connection}.`;
  const next = "Review them in the Reconciliation view, untick what should not happen, then apply.";
  await offerPlan(host, planning.plan, blocked.length > 0 ? planned : `${planned} ${next}`);
}

async function tellInStep(host: Host, plan: Plan): Promise<void> {
  if (plan.links.length + plan.agreed.length > 0 && !(await rememberFindings(host, plan))) return;
  const message = [
    `${plan.target.connection} is in step.`,
    ...(plan.links.length > 0 ? [`${counted(plan.links.length, "new link")} remembered.`] : []),
    ...(plan.drifts.length > 0
      ? [
          `${counted(plan.drifts.length, "value")} left as ${plan.drifts.length === 1 ? "it is" : "they are"} there.`,
        ]
      : []),
    ...(plan.disputes.length > 0 ? [`${counted(plan.disputes.length, "dispute")} to settle.`] : []),
  ].join(" ");
  await host.ask.offer({ id: "inStep", level: "information", message, actions: [] });
}
