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
 * The value of a literal (RFC 8259 sections 3, 6 and 7). Gives an error, with what was probably meant where that can be told, for a
 * word that is no literal: an unquoted string, `TRUE`, `01`, or a number that is too large to be held.
 */
export function literalOf(token: Token): { readonly value: LiteralValue } | { readonly error: FilterError } {
  if (token.kind === "string") return { value: token.text };
  const { text } = token;
  const constant = constants.get(text);
  if (constant !== undefined) return { value: constant };
  if (jsonNumber.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? { value } : { error: tooLarge(token) };
  }
  return { error: notALiteral(token) };
}

function tooLarge(token: Token): FilterError {
  return new FilterError("badNumber", `${token.text} is too large a number to compare with.`, token);
}

function notALiteral(token: Token): FilterError {
  const { text, start, end } = token;
  const range = { start, end };
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
