import * as vscode from "vscode";
import type { Host } from "../host.ts";
import type { AccountSubject } from "../views/accounts.ts";
import type { ChangeSubject } from "../views/reconciliation/subjects.ts";
import { givenSubjects } from "./given.ts";

/** Copies the ids of the selected accounts, one a line. */
export async function run(_host: Host, ...given: readonly unknown[]): Promise<void> {
  const ids = [
    ...givenSubjects<AccountSubject>(given, "account").map(({ account }) => account.id),
    ...givenSubjects<ChangeSubject>(given, "change").flatMap(({ change }) => change.target.id ?? []),
  ];
  if (ids.length > 0) await vscode.env.clipboard.writeText(ids.join("\n"));
}
