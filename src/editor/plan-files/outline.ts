import { changeActions } from "../../identity/situation.ts";
import { actionWords, counted, situationWords } from "../views/reconciliation/words.ts";
import type { PlanTree, Stretch } from "./plan-tree.ts";

/** An entry of a plan file's outline. */
export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly kind: "group" | "change" | "finding";
  readonly place: Stretch;
  readonly children: readonly OutlineEntry[];
}

/** The outline of a plan file: changes by action, then what a person has to settle, what is left as it is, what was withheld, and what is reported. */
export function outlineOf({ plan, placeOf }: PlanTree): readonly OutlineEntry[] {
  if (plan === undefined) return [];
  const changes = plan.changes.map((change, index) => ({ change, place: placeOf(["changes", index]) }));
  return [
    ...changeActions.flatMap((action) =>
      group(
        actionWords[action].title,
        changes
          .filter(({ change }) => change.action === action)
          .map(({ change, place }) =>
            entry("change", change.person, Object.keys(change.set).join(", "), place),
          ),
      ),
    ),
    ...group(
      "Disputes",
      plan.disputes.map(({ candidates = [], why }, index) =>
        entry(
          "finding",
          candidates.map(({ label }) => label).join(" or "),
          why,
          placeOf(["disputes", index]),
        ),
      ),
    ),
    ...group(
      "Left as in the Target",
      plan.drifts.map(({ person, attribute }, index) =>
        entry("finding", person, attribute, placeOf(["drifts", index])),
      ),
    ),
    ...group(
      "Withheld",
      plan.withheld.map(({ person, action }, index) =>
        entry("finding", person, String(action), placeOf(["withheld", index])),
      ),
    ),
    ...group(
      "Reports",
      plan.reports.map(({ person, situation }, index) =>
        entry("finding", person, situationWords[situation] ?? "", placeOf(["reports", index])),
      ),
    ),
  ];
}

function entry(kind: OutlineEntry["kind"], name: string, detail: string, place: Stretch): OutlineEntry {
  return { kind, name: name || "(no name)", detail, place, children: [] };
}

/** A group stands where its entries stand, from the first to the last. */
function group(name: string, children: readonly OutlineEntry[]): readonly OutlineEntry[] {
  const [first, last] = [children[0]?.place, children.at(-1)?.place];
  if (first === undefined || last === undefined) return [];
  const place = { offset: first.offset, length: last.offset + last.length - first.offset };
  return [{ kind: "group", name, detail: counted(children.length, "entry", "entries"), place, children }];
}
