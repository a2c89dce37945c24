import { type DifferingValue, keepableIn, keepableValues, valuesAmong } from "../../../identity/keepable.ts";
import type { Plan } from "../../../identity/plan.ts";
import type { Host } from "../../host.ts";
import { keepInHand, releaseInHand } from "../../operations/keep.ts";
import { makePlan } from "../../operations/plan.ts";
import type { ChangeSubject, DriftSubject } from "../../views/reconciliation/subjects.ts";
import { counted, valueText } from "../../views/reconciliation/words.ts";
import { givenSubjects } from "../given.ts";

const title = "Keep Values of Target";

/** Keeps values of the target although their sources say otherwise, those that the person picks, and plans again from what was read. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const plan = await planAtHand(host);
  if (plan === undefined) return;
  const values = given.length > 0 ? givenValues(plan, given) : await valuesOfOne(host, plan);
  if (values === undefined || values.length === 0) return;
  const chosen = await chooseValues(host, values);
  if (chosen.length === 0 || !(await keepInHand(host, chosen))) return;
  const takeBack = "Take Back";
  const answer = await host.ask.offer({
    id: "kept",
    level: "information",
    message: `Kept ${counted(chosen.length, "value")} of ${plan.target.connection}, until either side moves. Nothing was sent.`,
    actions: [takeBack],
  });
  if (answer === takeBack) await releaseInHand(host, chosen);
}

/** The plan in hand where it was made in this window, else a new one. */
async function planAtHand(host: Host): Promise<Plan | undefined> {
  const planning = host.reconciliation.inHand?.planning;
  return (planning?.world ? planning : await makePlan(host))?.plan;
}

function givenValues(plan: Plan, given: readonly unknown[]): readonly DifferingValue[] {
  const changed = givenSubjects<ChangeSubject>(given, "change").flatMap(({ change }) =>
    keepableIn(plan, change),
  );
  const drifted = givenSubjects<DriftSubject>(given, "drift").map(({ drift: { target, attribute } }) => ({
    targetId: target.id,
    attribute,
  }));
  return valuesAmong(keepableValues(plan), [...changed, ...drifted]);
}

/** The values of one person, whom the person at the editor picks. */
async function valuesOfOne(host: Host, plan: Plan): Promise<readonly DifferingValue[] | undefined> {
  const people = Map.groupBy(keepableValues(plan), ({ targetId }) => targetId);
  if (people.size === 0) {
    const message = `There is nothing to keep: no value of ${plan.target.connection} differs from its source.`;
    await host.ask.offer({ id: "nothingToKeep", level: "information", message, actions: [] });
    return undefined;
  }
  const answer = await host.ask.pick({
    id: "keepOf",
    title,
    placeholder: "Whose values?",
    choices: [...people].map(([id, values]) => ({
      id,
      label: values[0]?.person ?? id,
      description: values.map(({ attribute }) => attribute).join(", "),
      icon: "account",
    })),
  });
  return typeof answer === "string" ? people.get(answer) : undefined;
}

async function chooseValues(
  host: Host,
  values: readonly DifferingValue[],
): Promise<readonly DifferingValue[]> {
  const several = new Set(values.map(({ targetId }) => targetId)).size > 1;
  const answer = await host.ask.pickSome({
    id: "keepValues",
    title,
    placeholder: "What stays as it is in the target, although the source says otherwise?",
    choices: values.map(({ person, attribute, value, source }, index) => ({
      id: String(index),
      label: `${attribute}: ${valueText(value)}`,
      description: `the source says ${valueText(source)}`,
      ...(several && { group: person }),
    })),
  });
  return (answer ?? []).flatMap((index) => values[Number(index)] ?? []);
}
