import type { Plan } from "../../identity/plan.ts";
import { changeActions } from "../../identity/situation.ts";
import type { Paint } from "../output/paint.ts";
import { count, counted, printable } from "../output/printable.ts";

/** What a check found: nothing, or how much differs and what it is. */
export function renderDifference(
  { changes, blocked, disputes, withheld, drifts }: Plan,
  paint: Paint,
): string[] {
  const open = [
    ...(disputes.length > 0 ? [`${counted(disputes.length, "dispute")} to decide`] : []),
    ...(withheld.length > 0 ? [`${counted(withheld.length, "change")} withheld`] : []),
    ...(drifts.length > 0 ? [`${counted(drifts.length, "value")} left as in the target`] : []),
  ];
  const aside = open.length > 0 ? [`Besides: ${open.join(", ")}.`] : [];
  if (changes.length === 0) return [`${paint("good", "Nothing differs.")}`, ...aside];
  const counts = changeActions.flatMap((action) => {
    const planned = changes.filter((change) => change.action === action).length;
    return planned === 0 ? [] : [`${count(planned)} ${action}`];
  });
  return [
    `${paint("warning", `${counted(changes.length, "difference")}:`)} ${counts.join(", ")}.`,
    ...blocked.map(({ why }) => paint("bad", printable(why))),
    ...aside,
  ];
}
