import type { Host } from "../host.ts";
import type { back, Choice, QuestionStep } from "../ui/ask.ts";
import { fieldWords } from "../views/apps/field-words.ts";
import type { AppField } from "../views/apps/fields.ts";
import { textOfValue, valueOfText } from "./field-text.ts";
import { valueProblems } from "./value-problems.ts";

/** How a field is asked for. */
export interface FieldQuestion {
  readonly title: string;
  readonly step?: QuestionStep;
  /** What it is now. */
  readonly value: unknown;
}

/** Asks for the value of a parameter, as a text: picked where there are few, typed and checked otherwise. An empty answer leaves it out. */
export function askField(
  host: Host,
  field: AppField,
  question: FieldQuestion,
): Promise<string | typeof back | undefined> {
  const { title, step, value } = question;
  const choices = field.most === 1 ? choicesOf(field) : [];
  if (choices.length === 0) return askFieldText(host, field, question);
  const none: Choice = { id: "", label: "Leave it out", icon: "close" };
  const marked = choices.map((choice) =>
    choice.id === textOfValue(value) ? { ...choice, description: "as it is now" } : choice,
  );
  return host.ask.pick({
    id: keyOf(field),
    title,
    ...(step === undefined ? {} : { step }),
    placeholder: promptOf(field),
    choices: field.required ? marked : [...marked, none],
  });
}

/** Asks for the value of a field to be typed, and checks it meanwhile. */
export function askFieldText(
  host: Host,
  field: AppField,
  { title, step, value }: FieldQuestion,
): Promise<string | typeof back | undefined> {
  return host.ask.input({
    id: `${keyOf(field)}.text`,
    title,
    ...(step === undefined ? {} : { step }),
    prompt: promptOf(field),
    value: textOfValue(value),
    validate: (text) => {
      const [problem] = valueProblems(field, valueOfText(field, text));
      return problem && { message: remarkText(field, problem.message) };
    },
  });
}

/** What is wrong with what was typed, and what the app says of the field: the editor shows the one in place of the other. */
function remarkText({ id, description = "" }: AppField, problem: string): string {
  const about = description.trim().replace(/\.$/, "");
  return [`${id} ${problem}.`, ...(about === "" ? [] : [`${about}.`])].join(" ");
}

/** What a field is called among all of its app. */
export function keyOf({ list, id }: AppField): string {
  return `${list}.${id}`;
}

function choicesOf({ type, choices }: AppField): readonly Choice[] {
  if (type === "bool" || type === "flag")
    return [
      { id: "true", label: "Yes" },
      { id: "false", label: "No" },
    ];
  if (type !== "enumeration") return [];
  return choices.map(({ value, label }) => ({
    id: value,
    label,
    ...(label === value ? {} : { detail: value }),
  }));
}

/** What is said of a field where it is asked for. */
export function promptOf(field: AppField): string {
  const { id, label, description, most } = field;
  const about = [label ?? id, description].filter(Boolean).join(": ");
  const several = most > 1 ? "; several with semicolons between" : "";
  return `${about} (${fieldWords(field).join(", ")}${several})`;
}
