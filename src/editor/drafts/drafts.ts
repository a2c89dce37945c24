import * as vscode from "vscode";
import type { DraftQuestion } from "../ui/ask.ts";
import { MemoryFiles } from "./memory.ts";
import type { DraftRemarks } from "./remarks.ts";
import { draftScheme } from "./scheme.ts";

interface Draft {
  readonly question: DraftQuestion;
  readonly settle: (text: string | undefined) => void;
}

/** Texts that are being written for a command which waits for them. */
class Drafts implements vscode.CodeLensProvider {
  readonly #files = new MemoryFiles();
  readonly #open = new Map<string, Draft>();
  /** Loaded with the first draft of which something is to be said. */
  #remarks: Promise<DraftRemarks> | undefined;
  #count = 0;

  /** Serves the drafts, and gives each up whose editor is closed. */
  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.workspace.registerFileSystemProvider(draftScheme, this.#files, { isCaseSensitive: true }),
      vscode.languages.registerCodeLensProvider({ scheme: draftScheme }, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#showRemarks(document)),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const tab of closed) this.#settle(uriOf(tab), undefined);
      }),
    );
  }

  /** Opens an editor on a draft. Answers its text when it is handed in, undefined where it is given up. */
  async write(question: DraftQuestion): Promise<string | undefined> {
    this.#count += 1;
    const uri = vscode.Uri.from({ scheme: draftScheme, path: `/${this.#count}/${question.name}` });
    this.#files.writeFile(uri, new TextEncoder().encode(question.text));
    const written = new Promise<string | undefined>((settle) => {
      this.#open.set(uri.toString(), { question, settle });
    });
    const { document } = await vscode.window.showTextDocument(uri, { preview: false });
    this.#showRemarks(document);
    return written;
  }

  /** Hands in the draft in sight, unless something is wrong with it. */
  async handIn(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const document = editor?.document;
    const draft = document && this.#open.get(document.uri.toString());
    if (editor === undefined || document === undefined || draft === undefined) return;
    const text = document.getText();
    const remark = draft.question.validate(text);
    if (remark !== undefined) {
      await vscode.window.showErrorMessage(remark.message);
      return;
    }
    const remarks = draft.question.remarks?.(text) ?? [];
    const { refused } = await import("./remarks.ts");
    if (await refused(editor, remarks)) return;
    this.#settle(document.uri, text);
    await this.#close(document);
  }

  /** Gives up the draft in sight. */
  async giveUp(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !this.#open.has(document.uri.toString())) return;
    this.#settle(document.uri, undefined);
    await this.#close(document);
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const draft = this.#open.get(uri.toString());
    if (draft === undefined) return [];
    const top = new vscode.Range(0, 0, 0, 0);
    return [
      new vscode.CodeLens(top, {
        command: "rollcall.handInDraft",
        title: `$(send) ${draft.question.action}`,
      }),
      new vscode.CodeLens(top, { command: "rollcall.giveUpDraft", title: "$(close) Discard" }),
    ];
  }

  #showRemarks(document: vscode.TextDocument): void {
    const remarks = this.#open.get(document.uri.toString())?.question.remarks;
    if (remarks === undefined) return;
    this.#remarks ??= import("./remarks.ts").then(({ DraftRemarks }) => new DraftRemarks());
    void this.#remarks.then((shown) => shown.show(document, remarks(document.getText())));
  }

  #settle(uri: vscode.Uri | undefined, text: string | undefined): void {
    if (uri === undefined) return;
    const draft = this.#open.get(uri.toString());
    this.#open.delete(uri.toString());
    void this.#remarks?.then((remarks) => remarks.forget(uri));
    draft?.settle(text);
  }

  /** What has been saved is closed without a question; it is saved to memory. */
  async #close(document: vscode.TextDocument): Promise<void> {
    await document.save();
    const tabs = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter((tab) => uriOf(tab)?.toString() === document.uri.toString());
    await vscode.window.tabGroups.close(tabs);
    this.#files.delete(document.uri);
  }
}

/** The drafts of this window. */
export const drafts = new Drafts();

function uriOf({ input }: vscode.Tab): vscode.Uri | undefined {
  return input instanceof vscode.TabInputText && input.uri.scheme === draftScheme ? input.uri : undefined;
}
