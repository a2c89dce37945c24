import type { Account } from "../../identity/account.ts";
import { accountsAmong, type ComparedRow, compareAccounts } from "../../identity/comparison.ts";
import type { ReconciliationModel } from "../views/reconciliation/model.ts";
import type { DocumentReference } from "./reference.ts";

type Reference = Extract<DocumentReference, { readonly kind: "comparison" }>;

/** Accounts of the plan in hand side by side, or one of them, a line for each attribute; undefined where they are not at hand any more. */
export function comparisonText(
  model: ReconciliationModel,
  { accounts, only }: Reference,
): string | undefined {
  const found = accountsAmong(model.inHand?.planning.judgements ?? [], accounts);
  if (found.length < accounts.length) return undefined;
  const rows = compareAccounts(found);
  return only === undefined ? table(found, rows) : side(found, rows, only);
}

/** One account alone, with the same lines as the others, so that a diff shows what differs and nothing else. */
function side(accounts: readonly Account[], rows: readonly ComparedRow[], only: number): string {
  const width = Math.max(...rows.map(({ attribute }) => attribute.length));
  const { connection = "", id = "" } = accounts[only] ?? {};
  return [
    `${"account".padEnd(width)}  ${connection} ${id}`,
    ...rows.map(({ attribute, values }) => `${attribute.padEnd(width)}  ${values[only] ?? ""}`.trimEnd()),
    "",
  ].join("\n");
}

function table(accounts: readonly Account[], rows: readonly ComparedRow[]): string {
  const cells = [
    ["", ...accounts.map(({ connection, id }) => `${connection} ${id}`)],
    ...rows.map(({ attribute, values, differs }) => [`${differs ? "*" : " "} ${attribute}`, ...values]),
  ];
  const widths = ["", ...accounts].map((_, column) =>
    Math.max(...cells.map((row) => [...(row[column] ?? "")].length)),
  );
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length)))
      .join("  ")
      .trimEnd(),
  );
  return [...lines, "", "* marks what differs.", ""].join("\n");
}
