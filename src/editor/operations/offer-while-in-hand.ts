import * as vscode from "vscode";
import type { Plan } from "../../identity/plan.ts";
import type { Host } from "../host.ts";
import type { Offer } from "../ui/ask.ts";

/**
 * Makes an offer about the plan in hand. Where the plan is applied or replaced meanwhile, the offer is taken out of sight and
 * nothing is answered, whatever is pressed later.
 */
export async function offerWhileInHand(host: Host, plan: Plan, offer: Offer): Promise<string | undefined> {
  const inHand = () => host.reconciliation.inHand?.planning.plan.id === plan.id;
  let watching: vscode.Disposable | undefined;
  const gone = new Promise<undefined>((resolve) => {
    watching = host.reconciliation.onDidChange(() => {
      if (inHand()) return;
      void vscode.commands.executeCommand("notifications.hideToasts");
      resolve(undefined);
    });
  });
  try {
    return await Promise.race([host.ask.offer(offer), gone]);
  } finally {
    watching?.dispose();
  }
}
