import type { Host } from "../../host.ts";
import {
  planFilterExamples,
  planFilterOf,
  planFilterRemark,
} from "../../views/reconciliation/plan-filter.ts";

/** Asks for a filter over the plan in hand and shows the changes that it lets through. An empty one shows all. */
export async function run(host: Host): Promise<void> {
  const { inHand } = host.reconciliation;
  if (inHand === undefined) return;
  const answer = await host.ask.input({
    id: "filterPlan",
    title: "Filter Plan",
    prompt:
      "A SCIM filter over the changes: action, person, situation, attributes, values, why… Empty shows all.",
    placeholder: 'action eq "update" and attributes eq "displayName"',
    value: inHand.filtered?.text ?? "",
    suggestions: planFilterExamples(inHand.planning.plan.changes).map(({ filter, finds }) => ({
      id: filter,
      label: filter,
      description: finds,
      icon: "lightbulb",
      group: "Examples",
    })),
    validate: (text) => (text.trim() === "" ? undefined : planFilterRemark(text)),
  });
  if (typeof answer !== "string") return;
  const text = answer.trim();
  host.reconciliation.setFilter(text === "" ? undefined : planFilterOf(text));
}
