import * as vscode from "vscode";
import type { Plan } from "../../identity/plan.ts";
import type { Host } from "../host.ts";
import { applyOverLimit, applyTicked } from "./apply.ts";
import { offerWhileInHand } from "./offer-while-in-hand.ts";
import { tellReport } from "./tell-report.ts";

const apply = "Apply…";
const applyOver = "Apply Over the Limit…";
const review = "Review All Changes";
const configure = "Open Configuration";

/**
 * Tells what the plan in hand holds, and offers what can be done with it: to review and apply it; or, where it is over a limit, to raise
 * that or to allow this plan alone.
 */
export async function offerPlan(host: Host, plan: Plan, message: string): Promise<void> {
  const over = plan.blocked.map(({ why }) => why).join(" ");
  const answer =
    plan.blocked.length > 0
      ? await offerWhileInHand(host, plan, {
          id: "blocked",
          level: "warning",
          message: `${message} Nothing of it is applied as it is: ${over}`,
          actions: [configure, review, applyOver],
        })
      : await offerWhileInHand(host, plan, {
          id: "planned",
          level: "information",
          message,
          actions: plan.changes.length > 0 ? [apply, review] : [],
        });
  if (answer === configure) await vscode.commands.executeCommand("rollcall.openConfiguration");
  if (answer === review) await vscode.commands.executeCommand("rollcall.reviewChanges");
  if (answer === apply) await tellReport(host, await applyTicked(host));
  if (answer === applyOver) await tellReport(host, await applyOverLimit(host));
}
