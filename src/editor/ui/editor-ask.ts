import * as vscode from "vscode";
import type { Ask, ConfirmQuestion, InputQuestion, Offer, PickQuestion } from "./ask.ts";

/** Asks through the editor's quick inputs, dialogs and notifications. */
export const editorAsk: Ask = {
  async pick(question: PickQuestion) {
    const { pick } = await import("./quick-questions.ts");
    return pick(question);
  },

  async input(question: InputQuestion) {
    const { input } = await import("./quick-questions.ts");
    return input(question);
  },

  async confirm({ message, detail, action }: ConfirmQuestion) {
    const options = { modal: true, detail };
    return (await vscode.window.showWarningMessage(message, options, action)) === action;
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
