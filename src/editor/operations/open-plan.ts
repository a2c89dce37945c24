import * as vscode from "vscode";
import type { Plan } from "../../identity/plan.ts";
import { readPlanText } from "../../session/plan-document.ts";
import type { Host } from "../host.ts";
import { offerPlan } from "./offer-plan.ts";
import { showReconciliation } from "./plan.ts";

/**
 * Takes the plan of a file in hand: the one that is given, or one that is asked for. A plan that would not be applied can be reviewed
 * all the same; the person is told why. Undefined where nothing was taken in hand.
 */
export async function openPlanFile(host: Host, given: unknown, title: string): Promise<Plan | undefined> {
  const uri = given instanceof vscode.Uri ? given : await askFile(host, title);
  if (uri === undefined) return undefined;
  const name = vscode.workspace.asRelativePath(uri);
  const result = readPlanText((await vscode.workspace.openTextDocument(uri)).getText());
  if ("noPlan" in result) {
    await tell(host, `${name} is no plan that this Rollcall reads. Open it to see why.`);
    return undefined;
  }
  const { plan } = result;
  const refusals = (await host.sessions.get()).refusals(plan);
  host.reconciliation.take({ plan, judgements: [] }, uri.fsPath);
  await showReconciliation();
  if (refusals.length === 0) return plan;
  if (refusals.every(({ reason }) => reason === "blocked")) {
    await offerPlan(host, plan, `${name} can be reviewed.`);
    return undefined;
  }
  const reasons = refusals.map(({ message }) => message).join(" ");
  await tell(host, `${name} can be reviewed, but would not be applied. ${reasons}`);
  return undefined;
}

async function askFile(host: Host, title: string): Promise<vscode.Uri | undefined> {
  const file = await host.ask.file({ id: "planFile", title, purpose: "read", action: "Open" });
  return file === undefined ? undefined : vscode.Uri.file(file);
}

async function tell(host: Host, message: string): Promise<void> {
  await host.ask.offer({ id: "planFileProblem", level: "warning", message, actions: [] });
}
