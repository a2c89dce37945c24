import type { AccountRef, ChangedAccount, ConnectionDifference } from "../../identity/compare-worlds.ts";
import { count, printable } from "../output/printable.ts";
import type { PlanView } from "./plan.ts";

/** What has become of the accounts of each connection: the counts, then everybody who joined, left or changed. */
export function renderWorldDifference(
  connections: readonly ConnectionDifference[],
  view: PlanView,
): readonly string[] {
  return connections.flatMap((difference) => ["", ...connectionLines(difference, view)]);
}

function connectionLines(
  { connection, complete, joined, left, changed }: ConnectionDifference,
  view: PlanView,
): readonly string[] {
  const { paint } = view;
  const doubt = complete
    ? []
    : [
        paint(
          "warning",
          "  Not read to its end both times: who seems to have joined or left may only not have been read.",
        ),
      ];
  return [
    `${paint("heading", connection)}: ${count(joined.length)} joined, ${count(left.length)} left, ${count(changed.length)} changed`,
    ...doubt,
    ...listed(joined, view, (account) => [`${paint("good", "+")} ${refText(account)}`]),
    ...listed(left, view, (account) => [`${paint("bad", "-")} ${refText(account)}`]),
    ...listed(changed, view, (account) => changedLines(account, view)),
  ];
}

function changedLines({ attributes, ...account }: ChangedAccount, { paint }: PlanView): readonly string[] {
  return [
    `${paint("warning", "~")} ${refText(account)}`,
    ...Object.entries(attributes).map(
      ([name, { from, to }]) =>
        `    ${printable(name)}  ${paint("bad", valueText(from))} → ${paint("good", valueText(to))}`,
    ),
  ];
}

function refText({ id, person }: AccountRef): string {
  return id === person ? printable(id) : `${printable(person)}  ${printable(id)}`;
}

function valueText(value: unknown): string {
  return value === undefined ? "none" : printable(JSON.stringify(value));
}

function listed<Entry>(
  entries: readonly Entry[],
  { paint, most }: PlanView,
  lines: (entry: Entry) => readonly string[],
): readonly string[] {
  const hidden = entries.length - most;
  return [
    ...entries.slice(0, most).flatMap((entry) => lines(entry).map((line) => `  ${line}`)),
    ...(hidden > 0 ? [paint("faint", `  … and ${count(hidden)} more: see --all or --json`)] : []),
  ];
}
