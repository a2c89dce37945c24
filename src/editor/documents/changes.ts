import * as vscode from "vscode";
import type { Change, Plan } from "../../identity/plan.ts";
import type { Host } from "../host.ts";
import { shownChanges } from "../views/reconciliation/model.ts";
import { actionWords, counted, originsText } from "../views/reconciliation/words.ts";
import { documentUri } from "./reference.ts";

/** Opens one change of the plan in hand as a diff of the target's account. */
export async function openChange(host: Host, change: Change): Promise<void> {
  const plan = host.reconciliation.inHand?.planning.plan;
  if (plan === undefined) return;
  const origins = originsText(change);
  const title = `${change.person}: ${actionWords[change.action].title.toLowerCase()}${origins && ` (${origins})`}`;
  const [before, after] = [side(plan, change, "before"), side(plan, change, "after")];
  await vscode.commands.executeCommand("vscode.diff", before, after, title, { preview: true });
}

/** Opens every change of the plan in hand that the view's filter lets through in one editor. */
export async function openAllChanges(host: Host): Promise<void> {
  const { inHand } = host.reconciliation;
  if (inHand === undefined) return;
  const { plan } = inHand.planning;
  const shown = shownChanges(inHand);
  if (shown.length === 0) return tellNoneShown(host);
  const some = shown.length < plan.changes.length ? `${shown.length.toLocaleString("en")} of ` : "";
  const title = `Rollcall: ${some}${counted(plan.changes.length, "change")} to ${plan.target.connection}`;
  const resources = shown.map((change) => {
    const after = side(plan, change, "after");
    return [after, change.target.id === null ? undefined : side(plan, change, "before"), after];
  });
  await vscode.commands.executeCommand("vscode.changes", title, resources);
}

async function tellNoneShown(host: Host): Promise<void> {
  const message = "The filter lets no change through. Clear it to review all changes.";
  await host.ask.offer({ id: "noneShown", level: "information", message, actions: [] });
}

function side(plan: Plan, change: Change, which: "before" | "after"): vscode.Uri {
  const reference = { kind: "change", plan: plan.id, change: change.id, side: which } as const;
  return documentUri(reference, `${change.person}.json`);
}
