import * as vscode from "vscode";
import type { Call } from "./call.ts";
import type { AnswerSecret } from "./secrets.ts";

/** Scheme of the read-only documents that show what came of calls. */
const scheme = "rollcall-call";

/** What came of a call. */
export interface CallOutcome {
  readonly call: Call;
  readonly text: string;
  readonly failed: boolean;
  readonly secrets: readonly AnswerSecret[];
}

const most = 20;

/** The documents of the last calls of this window. They are kept in memory alone, since a call is not repeated to show its answer. */
class CallDocuments implements vscode.TextDocumentContentProvider, vscode.CodeLensProvider {
  readonly #outcomes = new Map<string, CallOutcome>();
  #count = 0;

  /** Serves the documents, with what can be done about each above its text. */
  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.languages.registerCodeLensProvider({ scheme }, this),
    );
  }

  /** Opens a document on what came of a call. `name` is what its tab says; its ending gives the language. */
  async open(outcome: CallOutcome, name: string): Promise<void> {
    this.#count += 1;
    const uri = vscode.Uri.from({ scheme, path: `/${this.#count}/${name.replaceAll(/[\\/?#]/g, "_")}` });
    this.#outcomes.set(uri.toString(), outcome);
    const [oldest] = this.#outcomes.keys();
    if (this.#outcomes.size > most && oldest !== undefined) this.#outcomes.delete(oldest);
    await this.#tellContext();
    await vscode.window.showTextDocument(uri, { preview: true });
  }

  /** What the document in sight shows. */
  active(): CallOutcome | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return uri && this.#outcomes.get(uri.toString());
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.#outcomes.get(uri.toString())?.text ??
      "This answer is not at hand any more. Run the operation again.\n"
    );
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const outcome = this.#outcomes.get(uri.toString());
    if (outcome === undefined) return [];
    const lenses = [
      ...(outcome.secrets.length > 0
        ? [{ command: "rollcall.copyAnswerSecret", title: "$(key) Copy Token" }]
        : []),
      ...(outcome.failed ? [{ command: "rollcall.retryOperation", title: "$(refresh) Retry" }] : []),
      { command: "rollcall.changeOperation", title: "$(edit) Change and Run Again…" },
    ];
    return lenses.map((command) => new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command));
  }

  /** Lets menus know which documents hold secrets and which tell of failures. */
  async #tellContext(): Promise<void> {
    const where = (fits: (outcome: CallOutcome) => boolean) =>
      [...this.#outcomes].flatMap(([uri, outcome]) => (fits(outcome) ? [uri] : []));
    const keys = {
      "rollcall.answersWithSecrets": where(({ secrets }) => secrets.length > 0),
      "rollcall.failedCalls": where(({ failed }) => failed),
    };
    for (const [key, uris] of Object.entries(keys))
      await vscode.commands.executeCommand("setContext", key, uris);
  }
}

/** The documents of this window. */
export const callDocuments = new CallDocuments();
