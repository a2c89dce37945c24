import type { Change } from "../../identity/plan.ts";
import type { ReconciliationModel } from "../views/reconciliation/model.ts";
import type { DocumentReference } from "./reference.ts";

/** The target's account before or after a change, as JSON; undefined where the plan is not in hand any more. */
export function changeText(
  model: ReconciliationModel,
  { plan, change: id, side }: Extract<DocumentReference, { kind: "change" }>,
): string | undefined {
  const inHand = model.inHand?.planning.plan;
  const change = inHand?.id === plan ? inHand.changes.find((candidate) => candidate.id === id) : undefined;
  if (change === undefined) return undefined;
  const before = model.accountOf(change)?.attributes ?? unread(change);
  const after = { ...before, ...values(change, "to") };
  if (side === "before")
    return change.target.id === null ? "" : json({ ...before, ...values(change, "from") });
  return json(after);
}

function unread(change: Change): Readonly<Record<string, unknown>> {
  return change.target.id === null ? {} : { id: change.target.id };
}

/** One side of what a change sets. An attribute that is unassigned on that side is not there. */
function values(change: Change, side: "from" | "to"): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(change.set).map(([attribute, value]) => [attribute, value[side] ?? undefined]),
  );
}

const firstAttributes = ["schemas", "id", "externalId", "userName", "displayName", "active", "emails"];

/** In one order on both sides, so that a new attribute is one new line. */
function json(resource: Readonly<Record<string, unknown>>): string {
  const names = [...firstAttributes.filter((name) => name in resource), ...Object.keys(resource)];
  const ordered = Object.fromEntries(names.map((name) => [name, resource[name]]));
  return `${JSON.stringify(ordered, null, 2)}\n`;
}
