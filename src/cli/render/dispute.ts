import type { Account } from "../../identity/account.ts";
import type { ComparedRow } from "../../identity/comparison.ts";
import type { Dispute } from "../../identity/plan.ts";
import type { Paint } from "../output/paint.ts";
import { printable } from "../output/printable.ts";
import { table } from "../output/table.ts";

/** A dispute with its accounts, compared, and the ways to settle it. */
export interface ComparedDispute extends Dispute {
  readonly accounts: readonly Account[];
  readonly rows: readonly ComparedRow[];
  readonly settle: readonly string[];
}

/** A dispute for people: the accounts side by side, attribute by attribute, and how to settle it. */
export function renderDispute(
  { why, rule, accounts, rows, settle }: ComparedDispute,
  paint: Paint,
): string[] {
  const columns = [" ", ...accounts.map(({ connection, id }) => printable(`${connection} ${id}`))];
  const lines = rows.map(({ attribute, values, differs }) => [
    `${differs ? "*" : " "} ${printable(attribute)}`,
    ...values.map(printable),
  ]);
  const compared = table(
    columns.map((title) => ({ title })),
    lines,
    paint,
  ).map((line) => (line.startsWith("*") ? paint("warning", line) : line));
  return [
    `${paint("warning", "Dispute")}: ${printable(why)}`,
    `  ${paint("faint", printable(rule))}`,
    ...compared.map((line) => `  ${line}`),
    ...settle.map(
      (line, index) => `  ${paint("faint", index === 0 ? "Settle with" : "or         ")}  ${line}`,
    ),
  ];
}
