import type { Host } from "../../host.ts";
import { back, type Choice } from "../../ui/ask.ts";
import { type SearchDialect, type SearchFieldType, searchFilter, termText } from "./search-filter.ts";

/** What people are asked for a search of a collection of Agave. */
export interface SearchForm {
  readonly title: string;
  readonly dialect: SearchDialect;
  /** The fields that are offered, with what people call them. */
  readonly labels: Readonly<Record<string, string>>;
  /** Values that are known of a field. */
  readonly valuesOf: (field: string) => readonly string[];
}

interface Comparison {
  readonly operator: string;
  readonly label: string;
  /** What is asked for. */
  readonly prompt: string;
  /** The value as the server takes it. */
  readonly send?: (value: string) => string;
}

const is: Comparison = { operator: "eq", label: "is", prompt: "The value" };
const isNot: Comparison = { operator: "neq", label: "is not", prompt: "The value" };
const isOneOf: Comparison = { operator: "in", label: "is one of", prompt: "The values, with commas between" };
const contains: Comparison = {
  operator: "like",
  label: "contains",
  prompt: "The part; * stands for anything",
  send: (value) => `*${value}*`,
};

/** Where the server takes no others than some values. */
const amongValues = [is, isNot, isOneOf];

const comparisons: Readonly<Record<Exclude<SearchFieldType, "boolean">, readonly Comparison[]>> = {
  text: [is, contains, isNot, isOneOf],
  number: [
    is,
    { operator: "gt", label: "is more than", prompt: "The number" },
    { operator: "lt", label: "is less than", prompt: "The number" },
    isNot,
  ],
  date: [
    { operator: "after", label: "is after", prompt: "The day or the time, such as 2030-01-31" },
    { operator: "before", label: "is before", prompt: "The day or the time, such as 2030-01-31" },
    { operator: "on", label: "is on", prompt: "The day, such as 2030-01-31" },
    { operator: "between", label: "is between", prompt: "Two days or times, with a comma between" },
  ],
};

type Answer = string | typeof back | undefined;

/** Asks for conditions, one after the other, and answers them as a filter. Begins with those of a present filter. Undefined where the person gave up. */
export async function askSearch(
  host: Host,
  form: SearchForm,
  present: string | undefined,
): Promise<string | undefined> {
  const terms = present === undefined ? [] : [present];
  for (;;) {
    const term = await askTerm(host, form, terms);
    if (typeof term !== "string") return undefined;
    terms.push(term);
    const next = await host.ask.pick({
      id: "next",
      title: form.title,
      placeholder: terms.join(" "),
      choices: [
        { id: "search", label: "Search", description: terms.join(" "), icon: "search" },
        { id: "more", label: "Add another condition…", description: "all have to hold", icon: "add" },
      ],
    });
    if (next !== "more") return next === "search" ? terms.join(" ") : undefined;
  }
}

async function askTerm(host: Host, form: SearchForm, terms: readonly string[]): Promise<Answer> {
  for (;;) {
    const field = await host.ask.pick({
      id: "field",
      title: form.title,
      step: { title: form.title, step: 1, of: 3 },
      placeholder: terms.length === 0 ? "Search by what?" : `${terms.join(" ")} and by what?`,
      choices: Object.entries(form.labels).map(([id, label]) => ({ id, label, description: id })),
    });
    if (typeof field !== "string") return undefined;
    const type = form.dialect.fields[field] ?? "text";
    const term =
      type === "boolean" ? await askYesOrNo(host, form, field) : await askComparison(host, form, field, type);
    if (term !== back) return term;
  }
}

async function askYesOrNo(host: Host, { title, labels }: SearchForm, field: string): Promise<Answer> {
  const answer = await host.ask.pick({
    id: "value",
    title,
    step: { title, step: 2, of: 2 },
    placeholder: `${labels[field]}?`,
    choices: [
      { id: "true", label: "Yes" },
      { id: "false", label: "No" },
    ],
  });
  return typeof answer === "string" ? termText(field, answer) : answer;
}

async function askComparison(
  host: Host,
  form: SearchForm,
  field: string,
  type: Exclude<SearchFieldType, "boolean">,
): Promise<Answer> {
  const { title, labels, dialect } = form;
  const possible = dialect.values?.[field] === undefined ? comparisons[type] : amongValues;
  for (;;) {
    const answer = await host.ask.pick({
      id: "comparison",
      title,
      step: { title, step: 2, of: 3 },
      placeholder: `${labels[field]} …`,
      choices: possible.map(({ operator, label }) => ({ id: operator, label })),
    });
    const comparison = possible.find(({ operator }) => operator === answer);
    if (comparison === undefined) return answer;
    const term = await askValue(host, form, field, comparison);
    if (term !== back) return term;
  }
}

async function askValue(
  host: Host,
  { title, labels, dialect, valuesOf }: SearchForm,
  field: string,
  { operator, label, prompt, send = (value) => value }: Comparison,
): Promise<Answer> {
  const key = operator === "eq" ? field : `${field}.${operator}`;
  const termOf = (value: string) => termText(key, send(value.trim()));
  const question = { id: "value", title, step: { title, step: 3, of: 3 } };
  const known = operator === contains.operator ? [] : valuesOf(field);
  const choices = known.map((value): Choice => ({ id: value, label: value }));
  const isClosed = dialect.values?.[field] !== undefined && operator !== isOneOf.operator;
  const answer = isClosed
    ? await host.ask.pick({ ...question, placeholder: `${labels[field]} ${label} …`, choices })
    : await host.ask.input({
        ...question,
        prompt: `${labels[field]} ${label} … ${prompt}`,
        placeholder: choices[0]?.id ?? "",
        suggestions: choices,
        validate(value) {
          if (value.trim() === "") return { message: "A value is needed." };
          if (value.includes('"')) return { message: "A value cannot hold a quotation mark." };
          return searchFilter(dialect).remark(termOf(value));
        },
      });
  return typeof answer === "string" ? termOf(answer) : answer;
}
