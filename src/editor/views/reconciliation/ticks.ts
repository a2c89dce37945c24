import * as vscode from "vscode";
import type { Change } from "../../../identity/plan.ts";
import { givenSubjects } from "../../commands/given.ts";
import type { Host } from "../../host.ts";
import type { Handle } from "../../tree/handle.ts";
import type { ChangeGroupSubject, ChangeSubject } from "./subjects.ts";

/** Ticks or unticks the changes, and the groups of changes, that a command was run on. */
export function tickGiven(host: Host, given: readonly unknown[], ticked: boolean): void {
  const changes = [
    ...givenSubjects<ChangeSubject>(given, "change").map(({ change }) => change),
    ...givenSubjects<ChangeGroupSubject>(given, "changeGroup").flatMap((group) => group.changes),
  ];
  tick(host, changes, ticked);
}

/** Follows the checkboxes that a person clicked. A group stands for all of its changes. */
export function followCheckboxes(host: Host, { items }: vscode.TreeCheckboxChangeEvent<Handle>): void {
  for (const [{ node }, state] of items) {
    const subject = node.subject as ChangeSubject | ChangeGroupSubject | undefined;
    const changes = subject?.kind === "change" ? [subject.change] : (subject?.changes ?? []);
    tick(host, changes, state === vscode.TreeItemCheckboxState.Checked);
  }
}

function tick(host: Host, changes: readonly Change[], ticked: boolean): void {
  host.reconciliation.tick(
    changes.map(({ id }) => id),
    ticked,
  );
}
