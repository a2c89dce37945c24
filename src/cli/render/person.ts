import { attributeRows, type PersonRecord } from "../../session/person.ts";
import type { Paint } from "../output/paint.ts";
import { printable } from "../output/printable.ts";
import { table } from "../output/table.ts";
import { changeLines } from "./change-lines.ts";

const longest = 60;

/** A person: accounts side by side, links, how they were judged, what a plan changes, and what past runs did. */
export function renderPerson({ judgement, changes, history }: PersonRecord, paint: Paint): string[] {
  const { person, targets, sources, links, situation, action, withheld, why, steps } = judgement;
  const accounts = [...targets, ...sources];
  const section = (title: string, lines: readonly string[], none: string) => [
    "",
    paint("heading", title),
    ...(lines.length > 0 ? lines : [paint("faint", none)]).map((line) => `  ${line}`),
  ];
  return [
    `${paint("heading", printable(person))}  ${situation}, ${withheld === undefined ? action : `withheld (${withheld})`}`,
    `  ${printable(why)}`,
    ...section(
      "Accounts",
      table(
        ["", ...accounts.map(({ connection }) => connection)].map((title) => ({ title })),
        attributeRows(accounts).map(({ attribute, values }) => [
          printable(attribute),
          ...values.map((value) => shortened(value ?? "")),
        ]),
        paint,
      ),
      "There are none.",
    ),
    ...section(
      "Links",
      links.map(({ connection, id, evidence }) => `${connection} ${printable(id)}: ${printable(evidence)}`),
      "No account is linked.",
    ),
    ...section(
      "What a plan changes",
      changes.flatMap((change) => [change.action, ...changeLines(change, paint).map((line) => `  ${line}`)]),
      "Nothing.",
    ),
    ...section(
      "How it was judged",
      steps.map(({ step, text }) => `${step}: ${printable(text)}`),
      "Not at all.",
    ),
    ...section(
      "History",
      history.map(
        ({ at, result, why: reason, change, run }) =>
          `${at}  ${result} ${change.action}${reason === undefined ? "" : `: ${printable(reason)}`}  ${paint("faint", `run ${run}`)}`,
      ),
      "No run has changed these accounts.",
    ),
  ];
}

function shortened(text: string): string {
  const shown = printable(text);
  return shown.length > longest ? `${shown.slice(0, longest - 1)}…` : shown;
}
