import * as vscode from "vscode";
import { isConfiguration } from "../configuration/is-configuration.ts";
import type { Host } from "../host.ts";
import { filterLanguage } from "../identifiers.ts";
import { colourLegend, colours } from "./colours.ts";
import { complete } from "./completion.ts";
import { completeInExpressions, fixesInExpressions, hoverInExpressions } from "./expressions.ts";
import { actionsIn } from "./fixes.ts";
import { format } from "./format.ts";
import { hintsIn } from "./hints.ts";
import { hover } from "./hover.ts";
import { marksOf } from "./marks.ts";

const file: vscode.DocumentFilter = { language: filterLanguage };
const configuration: readonly vscode.DocumentFilter[] = [
  { language: "jsonc", scheme: "file" },
  { language: "json", scheme: "file" },
];
const everywhere = [file, ...configuration];

/** Offers the language of SCIM filters in filter files and inside rollcall.jsonc, and that of mapping expressions there. */
export function serveFilters(host: Host): vscode.Disposable {
  const { languages } = vscode;
  /** Does something for a document that may have filters, and nothing for others. */
  const serve =
    <Rest extends readonly unknown[], Result>(
      work: (document: vscode.TextDocument, ...rest: Rest) => Result,
    ) =>
    (document: vscode.TextDocument, ...rest: Rest): Result | undefined =>
      document.languageId === filterLanguage || isConfiguration(document)
        ? work(document, ...rest)
        : undefined;
  const hintsChanged = new vscode.EventEmitter<void>();
  const change = () => hintsChanged.fire();
  return vscode.Disposable.from(
    hintsChanged,
    host.reconciliation.onDidChange(change),
    host.resources.users.onDidChange(change),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("rollcall.filterHints")) change();
    }),
    languages.registerCompletionItemProvider(
      everywhere,
      {
        provideCompletionItems: serve(async (document, position: vscode.Position) => [
          ...(await complete(host, document, position)),
          ...completeInExpressions(document, position),
        ]),
      },
      ...[" ", ".", "[", "(", ",", '"'],
    ),
    languages.registerHoverProvider(everywhere, {
      provideHover: serve(
        async (document, position: vscode.Position) =>
          (await hover(host, document, position)) ?? hoverInExpressions(document, position),
      ),
    }),
    languages.registerCodeActionsProvider(
      everywhere,
      {
        provideCodeActions: serve(
          async (document, range: vscode.Range, context: vscode.CodeActionContext) => [
            ...(await actionsIn(host, document, range, context)),
            ...fixesInExpressions(document, range, context),
          ],
        ),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite] },
    ),
    languages.registerInlayHintsProvider(everywhere, {
      onDidChangeInlayHints: hintsChanged.event,
      provideInlayHints: serve(async (document, range: vscode.Range) => [
        ...(await hintsIn(host, document, range)),
      ]),
    }),
    languages.registerDocumentFormattingEditProvider(file, {
      provideDocumentFormattingEdits: serve((document) => [...format(document)]),
    }),
    languages.registerDocumentSemanticTokensProvider(
      [...configuration],
      { provideDocumentSemanticTokens: serve((document) => colours(host, document)) },
      colourLegend,
    ),
    markFiles(host),
  );
}

/** Marks what is wrong with open filter files as they are edited. */
function markFiles(host: Host): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection("rollcall-filters");
  const mark = async (document: vscode.TextDocument) => {
    if (document.languageId !== filterLanguage) return;
    const { version } = document;
    const marks = await marksOf(host, document);
    if (!document.isClosed && document.version === version) collection.set(document.uri, [...marks]);
  };
  for (const document of vscode.workspace.textDocuments) void mark(document);
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(mark),
    vscode.workspace.onDidChangeTextDocument(({ document }) => void mark(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
}
