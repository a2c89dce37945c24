import * as vscode from "vscode";
import type {
  Ask,
  ConfirmQuestion,
  DraftQuestion,
  FileQuestion,
  FilesQuestion,
  InputQuestion,
  Offer,
  PickQuestion,
  PickSomeQuestion,
} from "./ask.ts";

/** Asks through the editor's quick inputs, dialogs and notifications. */
export const editorAsk: Ask = {
  async pick(question: PickQuestion) {
    const { pick } = await import("./quick-questions.ts");
    return pick(question);
  },

  async pickSome(question: PickSomeQuestion) {
    const { pickSome } = await import("./quick-questions.ts");
    return pickSome(question);
  },

  async input(question: InputQuestion) {
    const { input } = await import("./quick-questions.ts");
    return input(question);
  },

  async confirm({ message, detail, action }: ConfirmQuestion) {
    const options = { modal: true, detail };
    return (await vscode.window.showWarningMessage(message, options, action)) === action;
  },

  async file(question: FileQuestion) {
    const { file } = await import("./file-question.ts");
    return file(question);
  },

  async files(question: FilesQuestion) {
    const { files } = await import("./file-question.ts");
    return files(question);
  },

  async draft(question: DraftQuestion) {
    const { drafts } = await import("../drafts/drafts.ts");
    return drafts.write(question);
  },

  async offer({ level, message, actions }: Offer) {
    return notify[level](message, ...actions);
  },
};

const notify: Record<
  Offer["level"],
  (message: string, ...actions: string[]) => Thenable<string | undefined>
> = {
  information: vscode.window.showInformationMessage,
  warning: vscode.window.showWarningMessage,
  error: vscode.window.showErrorMessage,
};
