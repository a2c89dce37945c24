import type { Compare } from "scim2-parse-filter";
import { FilterError } from "./error.ts";
import type { Token } from "./lex.ts";

export type LiteralValue = Compare["compValue"];

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
const looseNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/**
 * The value of a literal (RFC 8259 sections 3, 6 and 7). Undefined for a word that is none, and for a number that is too large to be
 * held; `literalError` says why.
 */
export function literalOf({ kind, text }: Token): LiteralValue | undefined {
  if (kind === "string") return text;
  const constant = constants.get(text);
  if (constant !== undefined) return constant;
  const number = jsonNumber.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** Why a word is no literal, with what was probably meant where that can be told. */
export function literalError(token: Token): FilterError {
  const { text, start, end } = token;
  const range = { start, end };
  if (jsonNumber.test(text)) {
    return new FilterError("badNumber", `${text} is too large a number to compare with.`, range);
  }
  const lower = text.toLowerCase();
  if (constants.has(lower)) {
    const fix = { title: `Write ${lower}`, range, text: lower };
    return new FilterError("literalCase", `${text} is written ${lower}.`, range, fix);
  }
  const number = looseNumber.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(number)) {
    const written = String(number);
    const fix = { title: `Write ${written}`, range, text: written };
    return new FilterError("badNumber", `${text} is no number of JSON: write ${written}.`, range, fix);
  }
  const quoted = JSON.stringify(text);
  const fix = { title: "Put it in double quotes", range, text: quoted };
  return new FilterError("unquotedValue", `A string stands in double quotes: ${quoted}.`, range, fix);
}
