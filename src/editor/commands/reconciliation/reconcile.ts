import * as vscode from "vscode";
import type { Plan } from "../../../identity/plan.ts";
import type { Host } from "../../host.ts";
import { applyTicked, rememberFindings } from "../../operations/apply.ts";
import { offerWhileInHand } from "../../operations/offer-while-in-hand.ts";
import { makePlan } from "../../operations/plan.ts";
import { tellReport } from "../../operations/tell-report.ts";
import { counted } from "../../views/reconciliation/words.ts";

const apply = "Apply…";
const review = "Review All Changes";

/** Plans, lets a person review, applies what is ticked, and reports. */
export async function run(host: Host): Promise<void> {
  const planning = await makePlan(host);
  if (planning === undefined) return;
  const { plan } = planning;
  if (plan.blocked.length > 0) return tellBlocked(host, plan);
  if (plan.changes.length === 0) return tellInStep(host, plan);
  const answer = await offerWhileInHand(host, plan, {
    id: "planned",
    level: "information",
    message: `${counted(plan.changes.length, "change")} planned for ${plan.target.connection}. Review them in the Reconciliation view, untick what should not happen, then apply.`,
    actions: [apply, review],
  });
  if (answer === review) await vscode.commands.executeCommand("rollcall.reviewChanges");
  if (answer === apply) await tellReport(host, await applyTicked(host));
}

async function tellBlocked(host: Host, plan: Plan): Promise<void> {
  const open = "Open Configuration";
  const message = `Nothing will be applied to ${plan.target.connection}: ${plan.blocked.map(({ why }) => why).join(" ")}`;
  const answer = await host.ask.offer({ id: "blocked", level: "warning", message, actions: [open] });
  if (answer === open) await vscode.commands.executeCommand("rollcall.openConfiguration");
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
