import * as vscode from "vscode";
import { isConfiguration } from "../configuration/is-configuration.ts";
import type { Host } from "../host.ts";
import { filterLanguage } from "../identifiers.ts";
import { colourLegend } from "./legend.ts";
import { noteReadTimes } from "./read-times.ts";

const file: vscode.DocumentFilter = { language: filterLanguage };
const configuration: readonly vscode.DocumentFilter[] = [
  { language: "jsonc", scheme: "file" },
  { language: "json", scheme: "file" },
];
const everywhere = [file, ...configuration];

const load = () => import("./services.ts");

/** Offers the language of SCIM filters in filter files and inside rollcall.jsonc. */
export function registerFilterLanguage(host: Host): vscode.Disposable {
  const { languages } = vscode;
  /** Does something for a document that may have filters, and nothing for others. */
  const serve =
    <Rest extends readonly unknown[], Result>(
      work: (
        services: Awaited<ReturnType<typeof load>>,
        document: vscode.TextDocument,
        ...rest: Rest
      ) => Result,
    ) =>
    async (document: vscode.TextDocument, ...rest: Rest): Promise<Awaited<Result> | undefined> =>
      document.languageId === filterLanguage || isConfiguration(document)
        ? await work(await load(), document, ...rest)
        : undefined;
  const hintsChanged = new vscode.EventEmitter<void>();
  const change = () => hintsChanged.fire();
  return vscode.Disposable.from(
    hintsChanged,
    noteReadTimes(host),
    host.reconciliation.onDidChange(change),
    host.resources.users.onDidChange(change),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("rollcall.filterHints")) change();
    }),
    languages.registerCompletionItemProvider(
      everywhere,
      {
        provideCompletionItems: serve(async ({ complete }, document, position: vscode.Position) => [
          ...(await complete(host, document, position)),
        ]),
      },
      ...[" ", ".", "[", "(", '"'],
    ),
    languages.registerHoverProvider(everywhere, {
      provideHover: serve(({ hover }, document, position: vscode.Position) =>
        hover(host, document, position),
      ),
    }),
    languages.registerCodeActionsProvider(
      everywhere,
      {
        provideCodeActions: serve(
          async ({ actionsIn }, document, range: vscode.Range, context: vscode.CodeActionContext) => [
            ...(await actionsIn(host, document, range, context)),
          ],
        ),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite] },
    ),
    languages.registerInlayHintsProvider(everywhere, {
      onDidChangeInlayHints: hintsChanged.event,
      provideInlayHints: serve(async ({ hintsIn }, document, range: vscode.Range) => [
        ...(await hintsIn(host, document, range)),
      ]),
    }),
    languages.registerDocumentFormattingEditProvider(file, {
      provideDocumentFormattingEdits: serve(({ format }, document) => [...format(document)]),
    }),
    languages.registerDocumentSemanticTokensProvider(
      [...configuration],
      { provideDocumentSemanticTokens: serve(({ colours }, document) => colours(host, document)) },
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
    const { marksOf } = await load();
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
