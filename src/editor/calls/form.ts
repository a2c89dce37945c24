import type { Operation } from "../../platforms/operation.ts";
import { type PlacedParameter, parametersOf } from "../../session/operation/parameters.ts";
import type { OpenConnection } from "../../session/types.ts";
import type { Host } from "../host.ts";
import type { Choice } from "../ui/ask.ts";
import { askSteps } from "../ui/steps.ts";
import type { Call, CallContent } from "./call.ts";
import { operationIcon } from "./choose-operation.ts";
import { askContent, needsContent, takesContent } from "./content-question.ts";
import { askValue, hintOf } from "./value-question.ts";

interface Form {
  readonly host: Host;
  readonly opened: OpenConnection;
  readonly operation: Operation;
  readonly title: string;
  readonly known: readonly PlacedParameter[];
  readonly values: Map<string, string>;
  content: CallContent | undefined;
}

/**
 * Asks for all that an operation needs: first what is required, then with what else it should run, at last for its body.
 * `before` fills in what is known already. Undefined where the person gave up.
 */
export async function askCall(
  host: Host,
  opened: OpenConnection,
  operation: Operation,
  before?: Pick<Call, "parameters" | "content">,
): Promise<Call | undefined> {
  const connection = opened.settings.name;
  const form: Form = {
    host,
    opened,
    operation,
    title: `${operation.name} on ${connection}`,
    known: parametersOf(operation),
    values: new Map(Object.entries(before?.parameters ?? {})),
    content: before?.content,
  };
  if (!(await askRequired(form))) return undefined;
  if ((before !== undefined || hasMore(form)) && !(await askOptional(form))) return undefined;
  if (needsContent(operation.body) && form.content === undefined) {
    form.content = await askContent(host, operation, form.title);
    if (form.content === undefined) return undefined;
  }
  const parameters = Object.fromEntries(form.values);
  return {
    connection,
    operation: operation.name,
    parameters,
    ...(form.content === undefined ? {} : { content: form.content }),
  };
}

async function askRequired({ host, opened, title, known, values }: Form): Promise<boolean> {
  const given = opened.settings.project === undefined ? undefined : "project";
  const missing = known.filter(
    ({ name, required, fromConnection }) =>
      required && !values.has(name) && (fromConnection === undefined || fromConnection !== given),
  );
  const answers = await askSteps(
    missing.map((parameter, index) => () => {
      const step = { title, step: index + 1, of: missing.length };
      return askValue(host, parameter, { title, step });
    }),
  );
  for (const [index, answer] of (answers ?? []).entries()) values.set(missing[index]?.name ?? "", answer);
  return answers !== undefined;
}

/** Whether there is anything to add. */
function hasMore(form: Form): boolean {
  return form.known.some(({ name }) => !form.values.has(name)) || mayCarry(form);
}

/** Answers whether to go on. */
async function askOptional(form: Form): Promise<boolean> {
  const { host, operation, title, known, values } = form;
  for (;;) {
    const answer = await host.ask.pick({
      id: "more",
      title,
      placeholder: "Run it, or choose a parameter to add or change",
      choices: choicesOf(form),
    });
    if (answer === "run") return true;
    if (typeof answer !== "string") return false;
    if (answer === "content")
      form.content = (await askContent(host, operation, title, form.content)) ?? form.content;
    const parameter = known.find(({ name }) => answer === `parameter/${name}`);
    if (parameter === undefined) continue;
    const value = await askValue(host, parameter, { title, value: values.get(parameter.name) });
    if (typeof value !== "string") continue;
    if (value === "" && !(parameter.required && parameter.mayBeEmpty)) values.delete(parameter.name);
    else values.set(parameter.name, value);
  }
}

/** Whether the content is among what can be added or changed; one that is needed is asked for at the end. */
function mayCarry({ operation: { body }, content }: Form): boolean {
  return takesContent(body) && (content !== undefined || !needsContent(body));
}

function choicesOf(form: Form): readonly Choice[] {
  const { operation, opened, known, values, content } = form;
  const { name } = operation;
  const given = known.filter((parameter) => values.has(parameter.name));
  const open = known.filter((parameter) => !values.has(parameter.name));
  const carried = content === undefined ? "nothing yet" : content.kind === "file" ? content.path : "written";
  return [
    {
      id: "run",
      label: `Run ${name}${operation.writes ? "…" : ""}`,
      description: `${operation.writes ? "writes to" : "reads"} ${opened.settings.name}`,
      detail: operation.help,
      icon: operationIcon(operation),
    },
    ...given.map((parameter) => ({
      id: `parameter/${parameter.name}`,
      label: parameter.name,
      description: values.get(parameter.name) ?? "",
      detail: parameter.help,
      icon: "check",
      group: "Given",
    })),
    ...(mayCarry(form)
      ? [
          {
            id: "content",
            label: operation.body?.file?.name ?? operation.body?.name ?? "body",
            description: carried,
            detail: operation.body?.type ?? "",
            icon: content === undefined ? "add" : "check",
            group: "Body",
          },
        ]
      : []),
    ...open.map((parameter) => ({
      id: `parameter/${parameter.name}`,
      label: parameter.name,
      description: hintOf(parameter),
      detail: parameter.help,
      icon: "add",
      group: "Add a parameter…",
    })),
  ];
}
