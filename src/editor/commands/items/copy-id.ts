import type { Host } from "../../host.ts";
import { chooseAnyResources } from "../../resources/choose-any.ts";
import { givenParts } from "../../resources/parts.ts";
import type { AccountSubject } from "../../views/accounts.ts";
import type { ChangeSubject } from "../../views/reconciliation/subjects.ts";
import type { RunningSubject } from "../../views/services/running.ts";
import { givenSubjects } from "../given.ts";
import { copyLines } from "./copied.ts";

/** Copies the ids of what is selected, one a line. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  await copyLines([
    ...givenSubjects<AccountSubject>(given, "account").map(({ account }) => account.id),
    ...givenSubjects<ChangeSubject>(given, "change").flatMap(({ change }) => change.target.id ?? []),
    ...givenSubjects<RunningSubject>(given, "runningService").map(({ service }) => service.uuid),
    ...givenParts(given).map(({ id }) => id),
    ...(await chooseAnyResources(host, given, "Copy Id")).map(({ id }) => id),
  ]);
}
