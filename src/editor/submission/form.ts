import type { App } from "../../platforms/agave/answers/apps.ts";
import type { JobRequest } from "../../platforms/agave/answers/jobs.ts";
import type { Host } from "../host.ts";
import type { Choice } from "../ui/ask.ts";
import { askSteps } from "../ui/steps.ts";
import { fieldWords } from "../views/apps/field-words.ts";
import { type AppField, settable } from "../views/apps/fields.ts";
import { ownValue } from "./check.ts";
import { askField, type FieldQuestion, keyOf } from "./field-question.ts";
import { textOfValue, valueOfText } from "./field-text.ts";
import { askFiles } from "./file-question.ts";
import { askSetting, offeredSettings, settingValue } from "./setting-question.ts";

/** What came of the questions: a request that is to be sent, or to be written on in an editor. */
export interface Filled {
  readonly request: JobRequest;
  readonly next: "send" | "edit";
}

interface Form {
  readonly host: Host;
  readonly connection: string;
  readonly title: string;
  readonly fields: readonly AppField[];
  request: JobRequest;
}

/** Asks for a job's name and all that its app needs, then for what else it should have. Undefined where the person gave up. */
export async function fillForm(
  host: Host,
  connection: string,
  app: App,
  begun: JobRequest,
): Promise<Filled | undefined> {
  const title = `Submit Job of ${app.id}`;
  const form: Form = { host, connection, title, fields: settable(app), request: begun };
  if (!(await askRequired(form))) return undefined;
  const next = await askMore(form);
  return next === undefined ? undefined : { request: form.request, next };
}

async function askRequired(form: Form): Promise<boolean> {
  const { host, title, fields, request } = form;
  const required = fields.filter((field) => field.required);
  const step = (number: number) => ({ title, step: number, of: required.length + 1 });
  const answers = await askSteps([
    (value = request.name) =>
      host.ask.input({
        id: "name",
        title,
        step: step(1),
        prompt: "What is the job called?",
        value,
        validate: (text) => (text.trim() === "" ? { message: "A name is needed." } : undefined),
      }),
    ...required.map(
      (field, index) => (given?: string) =>
        ask(form, field, {
          title,
          step: step(index + 2),
          value: given === undefined ? valueIn(request, field) : valueOfText(field, given),
        }),
    ),
  ]);
  if (answers === undefined) return false;
  const [name = "", ...values] = answers;
  form.request = { ...form.request, name: name.trim() };
  for (const [index, field] of required.entries())
    form.request = withField(form.request, field, values[index] ?? "");
  return true;
}

async function askMore(form: Form): Promise<Filled["next"] | undefined> {
  const { host, title, fields } = form;
  for (;;) {
    const answer = await host.ask.pick({
      id: "more",
      title,
      placeholder: "Submit it, or choose what to add or change",
      choices: choicesOf(form),
    });
    if (answer === "send" || answer === "edit") return answer;
    if (typeof answer !== "string") return undefined;
    const field = fields.find((each) => keyOf(each) === answer);
    if (field !== undefined) {
      const text = await ask(form, field, { title, value: valueIn(form.request, field) });
      if (typeof text === "string") form.request = withField(form.request, field, text);
    }
    const setting = offeredSettings.find(({ name }) => name === answer);
    if (setting !== undefined) {
      const text = await askSetting(host, setting, title, form.request[setting.name]);
      if (typeof text === "string")
        form.request = withValue(form.request, setting.name, settingValue(setting, text));
    }
  }
}

function choicesOf({ fields, request }: Form): readonly Choice[] {
  return [
    { id: "send", label: "Submit…", description: request.name, icon: "send" },
    { id: "edit", label: "Go on as JSON in an editor", icon: "json" },
    ...fields.map((field) => ({
      id: keyOf(field),
      label: field.label ?? field.id,
      description: shown(valueIn(request, field)) || "not set",
      detail: [field.description, fieldWords(field).join(", ")].filter(Boolean).join(" · "),
      group: field.list === "inputs" ? "Inputs" : "Parameters",
    })),
    ...offeredSettings.map(({ name, label, prompt }) => ({
      id: name,
      label,
      description: shown(request[name]) || "the app's own",
      detail: prompt,
      group: "How it runs",
    })),
  ];
}

function shown(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return textOfValue(value);
}

function ask({ host, connection }: Form, field: AppField, question: FieldQuestion) {
  return field.type === "file"
    ? askFiles(host, connection, field, question)
    : askField(host, field, question);
}

function valueIn(request: JobRequest, { list, id }: AppField): unknown {
  return ownValue(request[list as "inputs" | "parameters"] ?? {}, id);
}

function withField(request: JobRequest, field: AppField, text: string): JobRequest {
  const list = field.list as "inputs" | "parameters";
  const values = withValue(request[list] ?? {}, field.id, valueOfText(field, text));
  return { ...request, [list]: values };
}

/** An object with a value in place, or without it where that is undefined. */
function withValue<Whole extends object>(whole: Whole, name: string, value: unknown): Whole {
  const others = Object.entries(whole).filter(([each]) => each !== name);
  return Object.fromEntries(value === undefined ? others : [...others, [name, value]]) as Whole;
}
