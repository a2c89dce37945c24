import type { Judgement, Step } from "../../identity/judgement.ts";
import type { Paint } from "../output/paint.ts";
import { printable } from "../output/printable.ts";
import { padded } from "../output/table.ts";
import { accountTable } from "./accounts.ts";
import { valueText } from "./value.ts";

const stepWidth = 9;

/** One person: the accounts, every step with its reason, and what would be set. */
export function renderJudgement(judgement: Judgement, paint: Paint): string[] {
  const { person, targets, sources, situation, action, withheld, steps, set, asked = {} } = judgement;
  const heading = `${paint("heading", printable(person))}  ${situation}, ${withheld === undefined ? action : `withheld (${withheld})`}`;
  const settings = [
    ...Object.entries(set).map(([name, value]) => `${name} = ${valueText(value)}`),
    ...Object.entries(asked).map(([name, value]) => `${name} = ${valueText(value)} if you say so`),
  ];
  return [
    heading,
    ...accountTable([...targets, ...sources], paint).map((line) => `  ${line}`),
    ...steps.map((step) => `  ${stepText(step, paint)}`),
    ...(settings.length > 0
      ? [`  ${paint("faint", padded("sets", stepWidth))}  ${settings.join(", ")}`]
      : []),
  ];
}

function stepText({ step, text }: Step, paint: Paint): string {
  return `${paint("faint", padded(step, stepWidth))}  ${printable(text)}`;
}
