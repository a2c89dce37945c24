import * as vscode from "vscode";
import {
  back,
  type Choice,
  type InputQuestion,
  type PickQuestion,
  type PickSomeQuestion,
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
  picker.items = withHeadings(question.choices);
  return answer(picker, question, (settle) => [
    picker.onDidAccept(() => settle(picker.selectedItems[0]?.id)),
    picker.onDidTriggerButton(() => settle(back)),
  ]);
}

/** Lets a person choose some of several; all are chosen at first. */
export function pickSome(question: PickSomeQuestion): Promise<readonly string[] | undefined> {
  const picker = vscode.window.createQuickPick<PickItem>();
  picker.canSelectMany = true;
  picker.placeholder = question.placeholder;
  picker.items = withHeadings(question.choices);
  picker.selectedItems = picker.items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
  return answer<readonly string[] | undefined>(picker, question, (settle) => [
    picker.onDidAccept(() => settle(picker.selectedItems.map(({ id }) => id))),
  ]);
}

type PickItem = vscode.QuickPickItem & {
  readonly id: string;
  /** Choosing it answers nothing yet: its id is what has been typed then. */
  readonly goesOn?: true;
};

function pickItem({ id, label, description, detail, icon }: Choice): PickItem {
  return {
    id,
    label,
    ...(description === undefined ? {} : { description }),
    ...(detail === undefined ? {} : { detail }),
    ...(icon === undefined ? {} : { iconPath: new vscode.ThemeIcon(icon) }),
  };
}

function withHeadings(choices: readonly Choice[]): readonly PickItem[] {
  return choices.flatMap((choice, index) => {
    const isNew = choice.group !== undefined && choice.group !== choices[index - 1]?.group;
    return isNew ? [heading(choice.group), pickItem(choice)] : [pickItem(choice)];
  });
}

function heading(label = ""): PickItem {
  return { id: "", label, kind: vscode.QuickPickItemKind.Separator };
}

/** Lets a person type a value, checked as it is typed, or choose one where some are suggested. */
export function input(question: InputQuestion): Promise<Answer> {
  if (question.suggestions?.length || question.continuations) return suggest(question);
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

/** A value to be typed above those that are suggested: what is typed stands first, with what is to be said of it. */
function suggest(question: InputQuestion): Promise<Answer> {
  const picker = vscode.window.createQuickPick<PickItem>();
  picker.placeholder = question.prompt;
  picker.matchOnDescription = true;
  picker.value = question.value ?? "";
  const offered = withHeadings(question.suggestions ?? []);
  const show = () => {
    const { value } = picker;
    picker.items = [typedItem(value, question), ...offered, ...goingOn(value, question)];
  };
  show();
  return answer(picker, question, (settle) => [
    picker.onDidChangeValue(show),
    picker.onDidAccept(() => {
      const [chosen] = picker.selectedItems;
      if (chosen?.goesOn) {
        picker.value = chosen.id;
        return show();
      }
      const value = chosen === undefined || chosen.alwaysShow ? picker.value : chosen.id;
      const remark = question.validate?.(value);
      if (remark === undefined || remark.warning) settle(value);
    }),
    picker.onDidTriggerButton(() => settle(back)),
  ]);
}

function goingOn(value: string, { continuations }: InputQuestion): readonly PickItem[] {
  const choices = withHeadings(continuations?.(value) ?? []);
  return choices.map((choice) => ({ ...choice, alwaysShow: true, goesOn: true }));
}

function typedItem(value: string, { validate, placeholder = "" }: InputQuestion): PickItem {
  const remark = validate?.(value);
  const icon = remark === undefined ? "check" : remark.warning ? "warning" : "error";
  const shown =
    value === ""
      ? { label: "None", description: `or type one: ${placeholder}` }
      : { label: value, ...(remark === undefined ? {} : { detail: remark.message }) };
  return { id: value, ...shown, iconPath: new vscode.ThemeIcon(icon), alwaysShow: true };
}

function severityOf({ warning }: Remark): vscode.InputBoxValidationSeverity {
  return warning ? vscode.InputBoxValidationSeverity.Warning : vscode.InputBoxValidationSeverity.Error;
}

function answer<A = Answer>(
  quick: vscode.QuickInput & { buttons: readonly vscode.QuickInputButton[]; onDidHide: vscode.Event<void> },
  question: { readonly title: string; readonly step?: QuestionStep },
  listen: (settle: (answer: A | undefined) => void) => vscode.Disposable[],
): Promise<A | undefined> {
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
