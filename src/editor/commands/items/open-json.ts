import { openDocument } from "../../documents/open.ts";
import type { Host } from "../../host.ts";
import { chooseAnyResources } from "../../resources/choose-any.ts";
import { givenParts } from "../../resources/parts.ts";
import { wholeOf } from "../../resources/whole.ts";
import type { AccountSubject } from "../../views/accounts.ts";
import type { PlanSubject, RunSubject } from "../../views/reconciliation/subjects.ts";
import { givenSubject, givenSubjects } from "../given.ts";

/** Opens the selected resources, parts and accounts, or the plan or run, as JSON. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  for (const { account } of givenSubjects<AccountSubject>(given, "account")) {
    const { connection, id } = account;
    await openDocument({ kind: "account", connection, id }, { account });
  }
  for (const resource of await wholeOf(host, await chooseAnyResources(host, given, "Open as JSON"))) {
    const { view, connection, id } = resource;
    await openDocument({ kind: "resource", view, connection, id }, { resource });
  }
  for (const { kind, connection, id, name } of givenParts(given))
    await openDocument({
      kind: "content",
      content: kind,
      connection,
      id: [id],
      title: `${name} (${connection}).json`,
    });
  const { inHand, report } = host.reconciliation;
  if (givenSubject<PlanSubject>(given, "plan") !== undefined && inHand !== undefined)
    await openDocument({ kind: "plan", plan: inHand.planning.plan.id }, { plan: inHand.planning.plan });
  const run = givenSubject<RunSubject>(given, "run")?.run;
  if (run !== undefined) await openDocument({ kind: "run", run }, report?.id === run ? { report } : {});
}
