import * as vscode from "vscode";
import {
  back,
  type Choice,
  type InputQuestion,
  type PickQuestion,
  type QuestionStep,
  type Remark,
} from "./ask.ts";

type Answer = string | typeof back | undefined;

/** Lets a person choose one of several. */
export function pick(question: PickQuestion): Promise<Answer> {
  const picker = vscode.window.createQuickPick<PickItem>();
  picker.placeholder = question.placeholder;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = question.choices.flatMap((choice, index) => {
    const isNew = choice.group !== undefined && choice.group !== question.choices[index - 1]?.group;
    return isNew ? [heading(choice.group), pickItem(choice)] : [pickItem(choice)];
  });
  return answer(picker, question, (settle) => [
    picker.onDidAccept(() => settle(picker.selectedItems[0]?.id)),
    picker.onDidTriggerButton(() => settle(back)),
  ]);
}

type PickItem = vscode.QuickPickItem & { readonly id: string };

function pickItem({ id, label, description, detail, icon }: Choice): PickItem {
  return {
    id,
    label,
    ...(description === undefined ? {} : { description }),
    ...(detail === undefined ? {} : { detail }),
    ...(icon === undefined ? {} : { iconPath: new vscode.ThemeIcon(icon) }),
  };
}

function heading(label = ""): PickItem {
  return { id: "", label, kind: vscode.QuickPickItemKind.Separator };
}

/** Lets a person type a value, checked as it is typed. */
export function input(question: InputQuestion): Promise<Answer> {
  const box = vscode.window.createInputBox();
  box.prompt = question.prompt;
  box.value = question.value ?? "";
  box.placeholder = question.placeholder;
  box.password = question.secret ?? false;
  const check = (value: string) => {
    const remark = question.validate?.(value);
    box.validationMessage = remark && { message: remark.message, severity: severityOf(remark) };
    return remark;
  };
  return answer(box, question, (settle) => [
    box.onDidChangeValue(check),
    box.onDidAccept(() => {
      const remark = check(box.value);
      if (remark === undefined || remark.warning) settle(box.value);
    }),
    box.onDidTriggerButton(() => settle(back)),
  ]);
}

function severityOf({ warning }: Remark): vscode.InputBoxValidationSeverity {
  return warning ? vscode.InputBoxValidationSeverity.Warning : vscode.InputBoxValidationSeverity.Error;
}

function answer(
  quick: vscode.QuickInput & { buttons: readonly vscode.QuickInputButton[]; onDidHide: vscode.Event<void> },
  question: { readonly title: string; readonly step?: QuestionStep },
  listen: (settle: (answer: Answer) => void) => vscode.Disposable[],
): Promise<Answer> {
  quick.title = question.step?.title ?? question.title;
  quick.ignoreFocusOut = true;
  if (question.step) {
    quick.step = question.step.step;
    quick.totalSteps = question.step.of;
    if (question.step.step > 1) quick.buttons = [vscode.QuickInputButtons.Back];
  }
  return new Promise((resolve) => {
    const subscriptions = [
      ...listen((given) => {
        resolve(given);
        quick.hide();
      }),
      quick.onDidHide(() => {
        resolve(undefined);
        for (const subscription of subscriptions) subscription.dispose();
        quick.dispose();
      }),
    ];
    quick.show();
  });
}
