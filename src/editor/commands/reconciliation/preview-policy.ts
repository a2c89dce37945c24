import * as vscode from "vscode";
import { parseConfiguration } from "../../../config/load.ts";
import { comparePlans } from "../../../identity/compare-plans.ts";
import { makePlan } from "../../../identity/make-plan.ts";
import { snapshotOf } from "../../../identity/snapshot.ts";
import { fitSnapshot } from "../../../reconcile/snapshot/fit.ts";
import { openDocument } from "../../documents/open.ts";
import { planDifferenceText } from "../../documents/plan-difference-text.ts";
import type { Host } from "../../host.ts";

/**
 * Shows what the configuration as it stands in the editor, saved or not, would change against the plan in hand: planned from what that
 * plan was made from. Nothing is read from a server, and the plan in hand stays.
 */
export async function run(host: Host): Promise<void> {
  const { inHand } = host.reconciliation;
  const state = await host.configuration.state();
  if (inHand === undefined || !("file" in state)) return;
  const { plan: planned, world } = inHand.planning;
  if (world === undefined) {
    const message = "The plan in hand comes without the accounts that it was made from. Reconcile first.";
    await host.ask.offer({ id: "unusable", level: "warning", message, actions: [] });
    return;
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(state.file));
  const { configuration, problems } = parseConfiguration(document.getText(), state.file);
  const [problem] = problems;
  const policy = configuration?.policy;
  if (policy === undefined) {
    const what = problem ? `Line ${problem.line}: ${problem.message}` : 'There is no "reconcile" section.';
    const message = `The configuration cannot be tried. ${what}`;
    await host.ask.offer({ id: "unusable", level: "warning", message, actions: [] });
    return;
  }
  const { pinned, apart } = (await host.sessions.get()).configuration.policy ?? {};
  const tried = { ...policy, ...(pinned && { pinned }), ...(apart && { apart }) };
  const { plan } = makePlan(fitSnapshot(snapshotOf(world), tried), tried);
  const text = planDifferenceText(planned, plan, comparePlans(planned, plan));
  await openDocument({ kind: "difference", title: "What the policy would change.txt" }, { difference: text });
}
