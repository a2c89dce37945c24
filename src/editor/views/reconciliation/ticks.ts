import * as vscode from "vscode";
import type { Change } from "../../../identity/plan.ts";
import type { Host } from "../../host.ts";
import type { Handle } from "../../tree/handle.ts";
import type { ChangeGroupSubject, ChangeSubject } from "./subjects.ts";

/** Follows the checkboxes that a person clicked. A group stands for all of its changes. */
export function followCheckboxes(host: Host, { items }: vscode.TreeCheckboxChangeEvent<Handle>): void {
  for (const [{ node }, state] of items) {
    const subject = node.subject as ChangeSubject | ChangeGroupSubject | undefined;
    const changes = subject?.kind === "change" ? [subject.change] : (subject?.changes ?? []);
    tick(host, changes, state === vscode.TreeItemCheckboxState.Checked);
  }
}

/** Ticks or unticks changes of the plan in hand. */
export function tick(host: Host, changes: readonly Change[], ticked: boolean): void {
  host.reconciliation.tick(
    changes.map(({ id }) => id),
    ticked,
  );
}
