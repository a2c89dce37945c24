import { usageOf } from "../../../src/cli/operation/parameter.ts";
import type { Operation, OperationBody } from "../../../src/platforms/operation.ts";
import { type PlacedParameter, parametersOf } from "../../../src/session/operation/parameters.ts";

/** The section of one operation: what it does, takes and answers, and what is surprising. `level` is that of its heading. */
export function operationSection(operation: Operation, level: number): string {
  const { name, help, method, path, body, result, notes = [], ifLost, shownOnce = [] } = operation;
  const secrets = shownOnce.map((field) => `\`${field}\` is a secret that is shown this once: keep it.`);
  const parts = [
    `${"#".repeat(level)} ${name}`,
    help,
    `\`${method} ${path}\` · ${traitsOf(operation).join(", ")}`,
    parameterTable(parametersOf(operation)),
    body === undefined ? "" : bodyText(body),
    `**Answers** ${resultText(operation, result)}`,
    notes.length + secrets.length === 0 ? "" : [...notes, ...secrets].map((note) => `- ${note}`).join("\n"),
    ifLost === undefined ? "" : `**Where the answer is lost** ${ifLost}`,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function traitsOf({ writes, repeatable, anonymous, from }: Operation): readonly string[] {
  return [
    writes ? "writes" : "reads",
    repeatable ? "is repeated where its answer is lost" : "is sent once only",
    ...(anonymous ? ["takes no credentials"] : []),
    ...(from === "server" ? ["not in the platform's document, but on its servers"] : []),
  ];
}

function parameterTable(parameters: readonly PlacedParameter[]): string {
  if (parameters.length === 0) return "";
  const rows = parameters.map((parameter) => {
    const { place, required, help, alias, fromConnection } = parameter;
    const needed = fromConnection === undefined ? (required ? "yes" : "") : "unless the connection has it";
    const also = alias === undefined ? "" : ` Also known as \`${alias}\`.`;
    return `| \`${cell(usageOf(parameter))}\` | ${place} | ${needed} | ${cell(help)}${also} |`;
  });
  return ["| Parameter | In | Needed | |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function bodyText({ encoding, type, required, file, example, maximumBytes }: OperationBody): string {
  const needed = required ? "" : ", may be left out";
  const most = maximumBytes === undefined ? "" : `, at most ${maximumBytes} bytes`;
  const lines = [`**Body** ${type} (${encodings[encoding]}${needed}${most}).`];
  if (file !== undefined)
    lines.push(`The file: \`${file.name}=@path\`${file.required ? "" : ", may be left out"}. ${file.help}`);
  const text = lines.join(" ");
  if (example === undefined) return text;
  return `${text}\n\n\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``;
}

const encodings: Readonly<Record<OperationBody["encoding"], string>> = {
  json: "JSON, with --body",
  form: "a form, its fields as name=value",
  multipart: "a form, its fields as name=value",
  bytes: "bytes as they are, with --body",
};

const kinds: Readonly<Record<Operation["answers"], string>> = {
  json: "(JSON)",
  text: "(text)",
  bytes: "(bytes)",
  stream: "(bytes)",
  nothing: "",
};

function resultText({ answers }: Operation, result: string): string {
  return [result, kinds[answers]].filter((part) => part !== "").join(" ");
}

/** Text for a cell of a table, where a bar would end it. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
