import * as v from "valibot";
import type { ConfigurationProblem } from "./problem.ts";
import { configurationSchema, type WrittenConfiguration } from "./schema.ts";
import { didYouMean } from "./suggest.ts";
import type { TextDocument } from "./text-document.ts";

type Issue = v.BaseIssue<unknown>;

/** What a schema says of a file: its problems, and the values where all have the right types. */
export interface Structure<Written> {
  readonly written?: Written;
  readonly problems: readonly ConfigurationProblem[];
}

/** Checks the shape of a configuration against the schema and places every problem in the text. */
export function checkStructure(document: TextDocument): Structure<WrittenConfiguration> {
  return checkAgainst(configurationSchema, document);
}

/** Checks the shape of a file against a schema and places every problem in the text. */
export function checkAgainst<Schema extends v.GenericSchema>(
  schema: Schema,
  document: TextDocument,
): Structure<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, document.value);
  const problems = (result.issues ?? []).map((issue) => problemOf(issue, document));
  return result.typed ? { written: result.output, problems } : { problems };
}

function problemOf(issue: Issue, document: TextDocument): ConfigurationProblem {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const origin = issue.path?.at(-1)?.origin;
  const name = path.at(-1);
  if (issue.type === "raw_check")
    return document.problem("unknownProperty", issue.message, document.placeOfName(path));
  if (issue.received === "undefined")
    return document.problem(
      "missing",
      `"${name}" is missing here. ${expectation(issue)}`.trim(),
      document.placeOf(path),
    );
  if (origin === "key")
    return document.problem("invalid", `The name "${name}" ${issue.message}`, document.placeOfName(path));
  const subject =
    name === undefined ? "The file" : typeof name === "number" ? `Entry ${name + 1}` : `"${name}"`;
  const message = ownMessage(issue)
    ? issue.message
    : `must be ${expected(issue)}, not ${found(issue)}. ${suggestion(issue)}`;
  return document.problem("invalid", `${subject} ${message}`.trim(), document.placeOf(path));
}

/** Checks in the schema carry their own words, as do its unions. */
function ownMessage(issue: Issue): boolean {
  return issue.kind === "validation" || issue.type === "union";
}

const typeWords: Readonly<Record<string, string>> = {
  string: "a string",
  number: "a number",
  boolean: "true or false",
  Object: "an object",
  Array: "a list",
};

function expected(issue: Issue): string {
  const choices = choicesOf(issue);
  if (choices.length > 1) return `one of ${choices.join(", ")}`;
  return choices[0] ?? typeWords[issue.expected ?? ""] ?? "something else";
}

function found(issue: Issue): string {
  const { input } = issue;
  if (input === null) return "null";
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object") return "an object";
  return typeof input === "string" && choicesOf(issue).length === 0 ? "a string" : JSON.stringify(input);
}

function expectation(issue: Issue): string {
  const choices = choicesOf(issue);
  return choices.length === 0 ? "" : `It must be one of ${choices.join(", ")}.`;
}

function suggestion(issue: Issue): string {
  const choices = choicesOf(issue);
  if (choices.length === 0 || typeof issue.input !== "string") return "";
  const advice = didYouMean(issue.input, choices);
  return advice.startsWith("Did") ? advice : "";
}

/** The words that a picklist, a literal or a variant's discriminator may be; valibot lists them as quoted alternatives. */
function choicesOf(issue: Issue): readonly string[] {
  if (!["picklist", "literal", "variant"].includes(issue.type)) return [];
  return [...(issue.expected ?? "").matchAll(/"([^"]*)"/g)].map(([, word]) => word ?? "");
}
