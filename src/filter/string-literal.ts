import { FilterError, type Range } from "./error.ts";
import type { Report } from "./lex.ts";

const quote = 0x22;
const backslash = 0x5c;
const newline = 0x0a;
const carriageReturn = 0x0d;
const firstPrintable = 0x20;
const wholeEscape = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/;
const longestEscape = "uFFFF".length;

/** A string literal as it was read: what it means, and where it ends. */
interface StringLiteral {
  readonly value: string;
  readonly end: number;
}

/**
 * Reads the JSON string (RFC 8259 section 7) that begins with the quote at `start`. Reports an unclosed string, escapes that JSON
 * does not have and raw control characters, and then gives what the author seems to have meant.
 */
export function readString(text: string, start: number, report: Report): StringLiteral {
  let at = start + 1;
  let readable = true;
  let escaped = false;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const value = text.slice(start + 1, at);
      const meaning = escaped && readable ? String(JSON.parse(text.slice(start, at + 1))) : value;
      return { value: meaning, end: at + 1 };
    }
    if (code === newline || code === carriageReturn) break;
    if (code === backslash) {
      escaped = true;
      const sequence = wholeEscape.exec(text.slice(at + 1, at + 1 + longestEscape))?.[0];
      if (sequence === undefined) {
        readable = false;
        report(badEscape(text, at));
      }
      at += 1 + (sequence?.length ?? 0);
    } else {
      if (code < firstPrintable) {
        readable = false;
        report(controlCharacter(text, at));
      }
      at++;
    }
  }
  report(unterminated(text, start, at));
  return { value: text.slice(start + 1, at), end: at };
}

/** Reads a string in quotes that JSON does not know, such as 'x' or “x”, to its closing quote or the end of the line; always reports. */
export function readWronglyQuoted(text: string, start: number, report: Report): StringLiteral {
  const closing = text.charAt(start) === "'" ? "'" : "\u2018\u2019\u201c\u201d";
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== newline && !closing.includes(text.charAt(at))) at++;
  const value = text.slice(start + 1, at);
  const end = at < text.length && text.charCodeAt(at) !== newline ? at + 1 : at;
  report(wrongQuotes(value, { start, end }));
  return { value, end };
}

function badEscape(text: string, at: number): () => FilterError {
  return () => {
    const range = { start: at, end: Math.min(at + 2, text.length) };
    const sequence = text.slice(range.start, range.end);
    const fix = { title: "Write the backslash twice", range: { start: at, end: at }, text: "\\" };
    const message = `${sequence} is no escape of JSON: those are \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits.`;
    return new FilterError("badEscape", message, range, fix);
  };
}

function controlCharacter(text: string, at: number): () => FilterError {
  return () => {
    const range = { start: at, end: at + 1 };
    const sequence = JSON.stringify(text.charAt(at)).slice(1, -1);
    const fix = { title: `Write ${sequence}`, range, text: sequence };
    const message = `A string cannot hold this character as it is: write ${sequence}.`;
    return new FilterError("controlCharacter", message, range, fix);
  };
}

function unterminated(text: string, start: number, end: number): () => FilterError {
  return () => {
    const fix = { title: "Close the string", range: { start: end, end }, text: '"' };
    const closes = !text.slice(start, end).endsWith("\\");
    const message = "This string has no closing quote on its line.";
    return new FilterError("unterminatedString", message, { start, end }, closes ? fix : undefined);
  };
}

function wrongQuotes(value: string, range: Range): () => FilterError {
  return () => {
    const fix = { title: "Use double quotes", range, text: JSON.stringify(value) };
    return new FilterError("wrongQuotes", "Strings stand in double quotes.", range, fix);
  };
}
