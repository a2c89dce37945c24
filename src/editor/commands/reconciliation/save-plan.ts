import { writeFile } from "node:fs/promises";
import * as vscode from "vscode";
import { planText } from "../../../session/plan-document.ts";
import type { Host } from "../../host.ts";

/** Writes the plan in hand to a file, with the bytes that `rollcall plan --out` writes, and shows it. Ticks are no part of it. */
export async function run(host: Host): Promise<void> {
  const { inHand } = host.reconciliation;
  if (inHand === undefined) return;
  const { plan } = inHand.planning;
  const file = await host.ask.file({
    id: "savePlan",
    title: "Save Plan",
    purpose: "write",
    name: `${plan.target.connection}-${plan.id.slice(0, 8)}.plan.json`,
    action: "Save",
  });
  if (file === undefined) return;
  await writeFile(file, planText(plan));
  await vscode.window.showTextDocument(vscode.Uri.file(file), { preview: true });
}
