import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { counted } from "../views/reconciliation/words.ts";
import { hoverAt } from "./hover.ts";
import { type OutlineEntry, outlineOf } from "./outline.ts";
import { type PlanTree, planTree, type Stretch } from "./plan-tree.ts";
import { type PlanRemark, planRemarks } from "./remarks.ts";

/** What was read of a document last, so that each version is parsed once. */
const read = new WeakMap<vscode.TextDocument, { readonly version: number; readonly tree: PlanTree }>();

function treeOf(document: vscode.TextDocument): PlanTree {
  const known = read.get(document);
  if (known?.version === document.version) return known.tree;
  const tree = planTree(document.getText());
  read.set(document, { version: document.version, tree });
  return tree;
}

/** Why the plan in a document cannot be applied; what cannot be told without a configuration is left out. */
export async function diagnosticsOf(
  host: Host,
  document: vscode.TextDocument,
): Promise<readonly vscode.Diagnostic[]> {
  const state = await host.configuration.state();
  const session =
    state.kind === "ready" && state.configuration.policy !== undefined
      ? await host.sessions.get().catch(() => undefined)
      : undefined;
  return planRemarks(treeOf(document), (plan) => session?.refusals(plan) ?? []).map((remark) =>
    diagnostic(document, remark),
  );
}

const severities: Readonly<Record<PlanRemark["severity"], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

function diagnostic(document: vscode.TextDocument, { place, message, code, severity }: PlanRemark) {
  const shown = new vscode.Diagnostic(rangeOf(document, place), message, severities[severity]);
  shown.source = "Rollcall";
  shown.code = code;
  return shown;
}

/** The outline of a document. */
export function symbolsOf(document: vscode.TextDocument): vscode.DocumentSymbol[] {
  return outlineOf(treeOf(document)).map((entry) => symbol(document, entry));
}

const symbolKinds: Readonly<Record<OutlineEntry["kind"], vscode.SymbolKind>> = {
  group: vscode.SymbolKind.Namespace,
  change: vscode.SymbolKind.Event,
  finding: vscode.SymbolKind.Object,
};

function symbol(document: vscode.TextDocument, entry: OutlineEntry): vscode.DocumentSymbol {
  const range = rangeOf(document, entry.place);
  const made = new vscode.DocumentSymbol(entry.name, entry.detail, symbolKinds[entry.kind], range, range);
  made.children = entry.children.map((child) => symbol(document, child));
  return made;
}

/** What is said of a place of a document. */
export function hoverOf(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
  const found = hoverAt(treeOf(document), document.offsetAt(position));
  return found && new vscode.Hover(new vscode.MarkdownString(found.text), rangeOf(document, found.place));
}

/** What can be done with the plan in a document, above its first line. */
export function lensesOf(document: vscode.TextDocument): vscode.CodeLens[] {
  const { plan } = treeOf(document);
  if (plan === undefined) return [];
  const top = new vscode.Range(0, 0, 0, 0);
  const counts = `${counted(plan.changes.length, "change")} to ${plan.target.connection}`;
  return [
    { title: `Review ${counts}`, command: "rollcall.openPlan", arguments: [document.uri] },
    { title: "Apply…", command: "rollcall.applyPlan", arguments: [document.uri] },
  ].map((command) => new vscode.CodeLens(top, command));
}

function rangeOf(document: vscode.TextDocument, { offset, length }: Stretch): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}
