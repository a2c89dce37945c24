import * as vscode from "vscode";
import type { Host } from "../host.ts";
import type { AccountSubject } from "../views/accounts.ts";
import { givenSubjects } from "./given.ts";

/** Copies the first e-mail of each selected account, one a line. */
export async function run(_host: Host, ...given: readonly unknown[]): Promise<void> {
  const emails = givenSubjects<AccountSubject>(given, "account").flatMap(
    ({ account }) => account.emails[0] ?? [],
  );
  if (emails.length > 0) await vscode.env.clipboard.writeText(emails.join("\n"));
}
