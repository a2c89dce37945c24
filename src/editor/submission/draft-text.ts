import type { App } from "../../platforms/agave/answers/apps.ts";
import type { JobRequest } from "../../platforms/agave/answers/jobs.ts";
import { fieldWords } from "../views/apps/field-words.ts";
import { type AppField, settable } from "../views/apps/fields.ts";
import { ownValue } from "./check.ts";

/** An entry of a JSON object in the draft. */
interface Entry {
  /** What is said above it. */
  readonly words?: string;
  readonly name: string;
  readonly value: unknown;
  /** It stands there as an example, and is not sent. */
  readonly off?: true;
}

const others: readonly Entry[] = [
  {
    name: "batchQueue",
    value: "normal",
    off: true,
    words: "Queue, time and nodes: the app's own without these",
  },
  { name: "maxRunTime", value: "01:00:00", off: true },
  { name: "nodeCount", value: 1, off: true },
  { name: "archiveSystem", value: "system.id", off: true, words: "Where the output is kept" },
];

/** A request for a job as a JSON text with comments, which say what the app takes. */
export function jobDraft(app: App, connection: string, request: JobRequest): string {
  const { name, appId, inputs = {}, parameters = {}, ...rest } = request;
  const fields = settable(app);
  const of = (list: AppField["list"], values: Readonly<Record<string, unknown>>) =>
    objectText(
      list,
      fields
        .filter((field) => field.list === list)
        .map((field) => fieldEntry(field, ownValue(values, field.id))),
    );
  const settings = [
    ...others.filter(({ name: other }) => !(other in rest)),
    ...Object.entries(rest).map(([other, value]): Entry => ({ name: other, value })),
  ];
  return [
    `// A job of ${appId} on ${connection}. Submit or discard it above. Comments are not sent.`,
    "{",
    ...entryLines({ name: "name", value: name }, ","),
    ...entryLines({ name: "appId", value: appId }, ","),
    ...of("inputs", inputs),
    ...of("parameters", parameters),
    ...entriesLines(settings),
    "}",
    "",
  ].join("\n");
}

function fieldEntry(field: AppField, value: unknown): Entry {
  const { id, label, description, required } = field;
  const about = [label === id ? undefined : label, description].filter(Boolean).join(": ");
  const words = [about, fieldWords(field).join(" · ")].filter(Boolean).join(". ").replaceAll(/\s+/g, " ");
  if (value !== undefined) return { name: id, value, words };
  return { name: id, value: exampleOf(field), words, ...(required ? {} : { off: true as const }) };
}

/** What is needed and not known stands empty, so that it is not sent by mistake. */
function exampleOf({ type, choices, required }: AppField): unknown {
  if (required) return null;
  if (type === "number") return 0;
  if (type === "bool" || type === "flag") return true;
  return type === "file" ? "agave://system/path" : (choices[0]?.value ?? "");
}

function objectText(name: string, entries: readonly Entry[]): readonly string[] {
  if (entries.length === 0) return [`  "${name}": {},`];
  return [`  "${name}": {`, ...entriesLines(entries).map((line) => `  ${line}`), "  },"];
}

/** Examples come first, so that each entry but the last ends in a comma whichever of them are taken. */
function entriesLines(entries: readonly Entry[]): readonly string[] {
  const ordered = [...entries.filter(({ off }) => off), ...entries.filter(({ off }) => !off)];
  return ordered.flatMap((entry, index) =>
    entryLines(entry, index === ordered.length - 1 && !entry.off ? "" : ","),
  );
}

function entryLines({ words, name, value, off }: Entry, comma: string): readonly string[] {
  const [first = "", ...more] = JSON.stringify(value, null, 2).split("\n");
  const lines = [`${JSON.stringify(name)}: ${first}`, ...more];
  const marked = lines.map((line, index) => `${line}${index === lines.length - 1 ? comma : ""}`);
  return [
    ...(words === undefined ? [] : [`  // ${words}`]),
    ...marked.map((line) => (off ? `  // ${line}` : `  ${line}`)),
  ];
}
