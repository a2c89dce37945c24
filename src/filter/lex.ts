import { FilterError, type Range } from "./error.ts";
import { readString, readWronglyQuoted } from "./string-literal.ts";

/** What a token is by its characters alone. A symbol is a run of characters that filters have no use for, such as `==`. */
export type TokenKind = "word" | "symbol" | "string" | "(" | ")" | "[" | "]" | "end";

/** What a token is in the filter: what an editor colours it by. */
export type TokenRole =
  | "attribute"
  | "operator"
  | "keyword"
  | "string"
  | "number"
  | "constant"
  | "bracket"
  | "invalid"
  | "end";

export interface Token extends Range {
  readonly kind: TokenKind;
  /** The word as it stands, or the string that a literal means. */
  readonly text: string;
  /** Brackets, strings and the end have theirs from the start; words get theirs from the parser. */
  role: TokenRole;
}

/** Counts the characters looked at and the tokens taken, to show that the work grows no faster than the text. */
export interface StepCounter {
  steps: number;
}

/** Takes an error, which is only made if it is wanted: broken texts have thousands. */
export type Report = (error: () => FilterError) => void;

/**
 * The tokens of a filter, the last of kind `end`. Reports what is wrong with strings and spacing, and goes on. Every character is
 * looked at once: no token depends on what comes after it, and an unclosed string ends with its line.
 */
export function lex(text: string, report: Report, counter?: StepCounter): readonly Token[] {
  const tokens: Token[] = [];
  let before: Token | undefined;
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === "space") {
      at++;
      continue;
    }
    const token = tokenAt(text, at, kind, report);
    if (before?.end === at && !mayTouch(before, token)) report(missingSpace(token));
    tokens.push(token);
    before = token;
    at = token.end;
  }
  tokens.push({ kind: "end", start: text.length, end: text.length, text: "", role: "end" });
  if (counter) counter.steps += text.length + tokens.length;
  return tokens;
}

type CharacterKind = "space" | "quote" | "wrongQuote" | "symbol" | "word" | "(" | ")" | "[" | "]";

const kindByCode: readonly CharacterKind[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (" \t\r\n".includes(character)) return "space";
  if ("=!<>&|".includes(character)) return "symbol";
  if (character === '"') return "quote";
  if (character === "'") return "wrongQuote";
  return character === "(" || character === ")" || character === "[" || character === "]"
    ? character
    : "word";
});

const curlyQuotes = "\u2018\u2019\u201c\u201d";

function kindAt(text: string, at: number): CharacterKind {
  return kindByCode[text.charCodeAt(at)] ?? (curlyQuotes.includes(text.charAt(at)) ? "wrongQuote" : "word");
}

function tokenAt(text: string, start: number, kind: CharacterKind, report: Report): Token {
  switch (kind) {
    case "quote": {
      const { value, end } = readString(text, start, report);
      return { kind: "string", start, end, text: value, role: "string" };
    }
    case "wrongQuote": {
      const { value, end } = readWronglyQuoted(text, start, report);
      return { kind: "string", start, end, text: value, role: "string" };
    }
    case "symbol":
    case "word":
    case "space": {
      const end = endOfRun(text, start, kind);
      return {
        kind: kind === "symbol" ? "symbol" : "word",
        start,
        end,
        text: text.slice(start, end),
        role: "invalid",
      };
    }
    default:
      return { kind, start, end: start + 1, text: kind, role: "bracket" };
  }
}

/** The end of a run of one kind. An apostrophe inside a word belongs to it. */
function endOfRun(text: string, start: number, kind: CharacterKind): number {
  let end = start + 1;
  while (end < text.length) {
    const next = kindAt(text, end);
    if (next !== kind && !(kind === "word" && next === "wrongQuote")) break;
    end++;
  }
  return end;
}

/** Which tokens may stand next to each other without a space: brackets on their inner side, `not(`, `emails[` and `].value`. */
function mayTouch(before: Token, token: Token): boolean {
  if (before.kind === "(" || before.kind === "[" || token.kind === ")" || token.kind === "]") return true;
  if (before.kind === "symbol" || token.kind === "symbol") return true;
  if (token.kind === "(") return before.kind === "word" && before.text.toLowerCase() === "not";
  if (token.kind === "[") return before.kind === "word";
  return before.kind === "]" && token.text.startsWith(".");
}

function missingSpace(token: Token): () => FilterError {
  return () => {
    const place = { start: token.start, end: token.start };
    const fix = { title: "Insert a space", range: place, text: " " };
    return new FilterError("missingSpace", "There must be a space before this.", token, fix);
  };
}
