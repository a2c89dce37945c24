import * as vscode from "vscode";
import type { Host } from "../host.ts";
import type { ResourceSubject } from "../resources/resource.ts";
import type { AccountSubject } from "../views/accounts.ts";
import type { ChangeSubject } from "../views/reconciliation/subjects.ts";
import type { RunningSubject } from "../views/services/running.ts";
import { givenSubjects } from "./given.ts";

/** Copies the ids of the selected accounts, one a line. */
export async function run(_host: Host, ...given: readonly unknown[]): Promise<void> {
  const ids = [
    ...givenSubjects<AccountSubject>(given, "account").map(({ account }) => account.id),
    ...givenSubjects<ChangeSubject>(given, "change").flatMap(({ change }) => change.target.id ?? []),
    ...givenSubjects<ResourceSubject>(given, "resource").map(({ id }) => id),
    ...givenSubjects<RunningSubject>(given, "runningService").map(({ service }) => service.uuid),
  ];
  if (ids.length > 0) await vscode.env.clipboard.writeText(ids.join("\n"));
}
