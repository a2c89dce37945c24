import type { Change } from "../../../identity/plan.ts";
import { givenSubjects } from "../../commands/given.ts";
import type { Host } from "../../host.ts";
import type { ResourceSubject } from "../../resources/resource.ts";
import { tickedChanges } from "./model.ts";
import type { ChangeGroupSubject, ChangeSubject } from "./subjects.ts";
import { actionWords } from "./words.ts";

/**
 * The changes, and those of the groups and users, that a command was run on; where it was run on nothing, one of the plan in hand that the
 * person picks.
 */
export async function chooseChanges(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<readonly Change[]> {
  if (given.length > 0)
    return [
      ...givenSubjects<ChangeSubject>(given, "change").map(({ change }) => change),
      ...givenSubjects<ChangeGroupSubject>(given, "changeGroup").flatMap(({ changes }) => changes),
      ...givenSubjects<ResourceSubject>(given, "resource").flatMap((user) => changesOf(host, user)),
    ];
  const { inHand } = host.reconciliation;
  if (inHand === undefined) return [];
  const ticked = new Set(tickedChanges(inHand));
  const { changes } = inHand.planning.plan;
  const choices = changes.map((change) => ({
    id: change.id,
    label: change.person,
    description: `${actionWords[change.action].title.toLowerCase()}${ticked.has(change) ? "" : " · left out"}`,
    detail: change.why,
    icon: actionWords[change.action].icon.id,
  }));
  const answer = await host.ask.pick({ id: "change", title, placeholder: "Which change?", choices });
  return changes.filter(({ id }) => id === answer);
}

/** What the plan in hand would change of a user. */
function changesOf(host: Host, { connection, id }: ResourceSubject): readonly Change[] {
  const changes = host.reconciliation.inHand?.planning.plan.changes ?? [];
  return changes.filter(({ target }) => target.connection === connection && target.id === id);
}
