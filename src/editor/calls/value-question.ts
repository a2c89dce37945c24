import type { Parameter } from "../../platforms/operation.ts";
import { parseValue } from "../../session/operation/value.ts";
import type { Host } from "../host.ts";
import type { back, QuestionStep, Remark } from "../ui/ask.ts";

interface ValueQuestion {
  readonly title: string;
  readonly step?: QuestionStep;
  /** What it is now. */
  readonly value?: string | undefined;
}

const hints: Readonly<Record<Parameter["type"], string>> = {
  string: "a text",
  integer: "a whole number",
  boolean: "true or false",
  list: "several, with commas between them",
  map: "name=value, several joined by &",
  json: "JSON",
};

/** What a parameter takes, in a few words. */
export function hintOf({ type, values }: Parameter): string {
  return values === undefined ? hints[type] : values.join(", ");
}

/** Asks for the value of a parameter: picked where there are few, typed and checked by its type otherwise. An empty answer leaves out what is not required. */
export function askValue(
  host: Host,
  parameter: Parameter,
  { title, step, value }: ValueQuestion,
): Promise<string | typeof back | undefined> {
  const { name, help, required, type } = parameter;
  const question = { id: name, title, ...(step === undefined ? {} : { step }) };
  const values = type === "boolean" ? ["true", "false"] : type === "list" ? undefined : parameter.values;
  if (values === undefined) {
    const prompt = `${name}: ${help} (${hintOf(parameter)}${required ? "" : "; leave empty for none"})`;
    const validate = (text: string) => valueProblem(parameter, text);
    return host.ask.input({ ...question, prompt, validate, ...(value === undefined ? {} : { value }) });
  }
  const choices = values.map((each) => ({
    id: each,
    label: each,
    ...(each === value ? { description: "as it is now" } : {}),
  }));
  const none = { id: "", label: "Leave it out", icon: "close" };
  return host.ask.pick({
    ...question,
    placeholder: `${name}: ${help}`,
    choices: required || value === undefined ? choices : [...choices, none],
  });
}

/** What is wrong with the text of a parameter while it is typed. */
export function valueProblem(parameter: Parameter, text: string): Remark | undefined {
  const { name, type, required, mayBeEmpty } = parameter;
  if (text === "") return required && !mayBeEmpty ? { message: `${name} is needed.` } : undefined;
  if (type === "map") {
    const unfit = pairsOf(text).find((pair) => pair.indexOf("=") < 1);
    return unfit === undefined
      ? undefined
      : { message: `Write name=value, several joined by &; "${unfit}" is none.` };
  }
  const parsed = parseValue(parameter, text);
  return "problem" in parsed ? { message: parsed.problem } : undefined;
}

/** The `name=value` pairs of a map as it is typed. */
export function pairsOf(text: string): readonly string[] {
  return text.split("&");
}
