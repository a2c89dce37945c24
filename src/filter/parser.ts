import type { Filter } from "scim2-parse-filter";
import {
  complainOfExclamation,
  complainOfLeftover,
  complainOfMissingConnective,
  complainOfOtherWord,
  complainOfSubAttribute,
} from "./complaints.ts";
import type { Cursor } from "./cursor.ts";
import type { FilterErrorCode } from "./error.ts";
import { nextConnective, readComparison } from "./expression.ts";
import type { Token } from "./lex.ts";
import { type Connective, connectiveOf, operatorOf } from "./operators.ts";
import { isAttributeName, parsePath } from "./path.ts";
import { printFilter } from "./print.ts";
import { pathBelow } from "./walk.ts";

/** How deep parentheses, `not` and brackets may stand in each other. */
export const deepestNesting = 200;

export interface ParserOptions {
  /** `entra` also takes `emails[type eq "work"].value eq "x"`, as Microsoft Entra sends it: one element fulfils both. Default `rfc`. */
  readonly dialect?: "rfc" | "entra";
  /** Whether an attribute path is known, with that of the value path it stands in. Where it is not, that is an error. */
  readonly knows?: (path: string) => boolean;
}

/**
 * Recursive descent over the grammar of RFC 7644 figure 1, one method for each level of precedence. A method that finds something
 * wrong complains, gives what it understood, and leaves the tokens where the level above it can go on. What it could not understand
 * is undefined, and always complained of.
 */
export class Parser {
  readonly #cursor: Cursor;
  readonly #options: ParserOptions;
  readonly #open = { ")": 0, "]": 0 };
  #depth = 0;
  /** The path of the value path that is being read. */
  #valuePath: string | undefined;

  constructor(cursor: Cursor, options: ParserOptions) {
    this.#cursor = cursor;
    this.#options = options;
  }

  /** The filter that the tokens make, as far as they make one. */
  parse(): Filter | undefined {
    const first = this.#cursor.next;
    if (first.kind === "end") {
      this.#cursor.complain("empty", first, "The filter is empty.", { range: { start: 0, end: first.end } });
      return undefined;
    }
    return this.#or();
  }

  #or(): Filter | undefined {
    const start = this.#cursor.next.start;
    const first = this.#and();
    if (nextConnective(this.#cursor) !== "or") return first;
    const parts = [first];
    while (nextConnective(this.#cursor) === "or") {
      this.#takeConnective("or");
      parts.push(this.#and());
    }
    return this.#joined("or", parts, start);
  }

  #and(): Filter | undefined {
    const start = this.#cursor.next.start;
    const parts = [this.#operand()];
    for (;;) {
      const token = this.#cursor.next;
      if (nextConnective(this.#cursor) === "and") {
        this.#takeConnective("and");
        parts.push(this.#operand());
      } else if (nextConnective(this.#cursor) === "or" || token.kind === "end") {
        break;
      } else if (token.kind === "word" || token.kind === "(" || token.kind === "[") {
        if (parts.at(-1)) complainOfMissingConnective(this.#cursor, token);
        parts.push(this.#operand());
      } else if (this.#closes(token)) {
        break;
      } else {
        complainOfLeftover(this.#cursor, token);
        this.#cursor.take("invalid");
      }
    }
    return this.#joined("and", parts, start);
  }

  #joined(op: Connective, parts: readonly (Filter | undefined)[], start: number): Filter | undefined {
    const filters = parts.filter((part) => part !== undefined);
    if (filters.length <= 1) return filters[0];
    return this.#cursor.placed({ op, filters }, start);
  }

  #operand(): Filter | undefined {
    const token = this.#cursor.next;
    const { afterNext } = this.#cursor;
    const isName = afterNext.kind === "[" || operatorOf(afterNext.text) !== undefined;
    if (token.kind === "(") return this.#group();
    if (token.kind === "[") return this.#valuePathWithoutName(token);
    if (token.kind === "word" && token.text.toLowerCase() === "not" && !isName) return this.#not();
    if (token.kind === "word" && (isName || !connectiveOf(token.text))) return this.#expression();
    if (token.kind === "string" && isName) return this.#expression();
    if (token.kind === "symbol" && token.text === "!") return this.#exclaimed();
    const { last } = this.#cursor;
    const message = `An expression is missing ${last ? "after" : "before"} this.`;
    this.#cursor.complain("missingOperand", last ?? token, message);
    return undefined;
  }

  #group(): Filter | undefined {
    const open = this.#cursor.take("bracket");
    if (!this.#enter(open)) return undefined;
    const { filter } = this.#bracketed(open, ")", "emptyGroup", "There is nothing between the parentheses.");
    this.#depth--;
    return filter;
  }

  #not(): Filter | undefined {
    const not = this.#cursor.take("keyword");
    const first = this.#cursor.next;
    if (first.kind === "(") return this.#negated(not, this.#group());
    if (!this.#enter(not)) return undefined;
    const filter = this.#operand();
    const fix = filter && {
      title: "Put it in parentheses",
      range: { start: first.start, end: this.#cursor.lastEnd },
      text: `(${printFilter(filter)})`,
    };
    const message = 'What comes after "not" stands in parentheses: not (title pr).';
    this.#cursor.complain("notNeedsParentheses", not, message, { fix });
    this.#depth--;
    return this.#negated(not, filter);
  }

  /** What other languages write for `not`. */
  #exclaimed(): Filter | undefined {
    const mark = this.#cursor.take("invalid");
    const first = this.#cursor.next;
    if (first.kind === "(") {
      complainOfOtherWord(this.#cursor, mark, "not");
      return this.#negated(mark, this.#group());
    }
    if (!this.#enter(mark)) return undefined;
    const filter = this.#operand();
    this.#depth--;
    complainOfExclamation(this.#cursor, mark, filter);
    return this.#negated(mark, filter);
  }

  #negated(not: Token, filter: Filter | undefined): Filter | undefined {
    return filter && this.#cursor.placed({ op: "not", filter }, not.start);
  }

  #expression(): Filter | undefined {
    const token = this.#cursor.take("attribute");
    return this.#cursor.next.kind === "["
      ? this.#valuePathOf(token)
      : readComparison(this.#cursor, token, this.#path(token));
  }

  #path(token: Token): string | undefined {
    if (token.kind === "word" && parsePath(token.text)) {
      this.#complainIfUnknown(token, pathBelow(this.#valuePath, token.text));
      return token.text;
    }
    token.role = "invalid";
    const bare = token.kind === "string" && parsePath(token.text) !== undefined;
    const fix = bare ? { title: "Remove the quotes", range: token, text: token.text } : undefined;
    const message = bare
      ? "The name of an attribute stands without quotes."
      : "This is no attribute: one is written userName, name.familyName or urn:…:attribute.";
    this.#cursor.complain("badAttributePath", token, message, { fix });
    return undefined;
  }

  #valuePathOf(token: Token): Filter | undefined {
    const path = this.#path(token);
    const open = this.#cursor.take("bracket");
    if (!this.#enter(open)) return undefined;
    const outer = this.#valuePath;
    if (outer !== undefined) {
      const message = "A value path cannot stand in another: there is one level of brackets.";
      this.#cursor.complain("nestedValuePath", token, message);
    }
    this.#valuePath = token.text;
    const empty = `There is no condition in the brackets of ${token.text}.`;
    const { filter, end } = this.#bracketed(open, "]", "emptyValuePath", empty);
    const { next } = this.#cursor;
    const after = next.kind === "word" && next.start === end ? next : undefined;
    const valFilter = after ? this.#onSameElement(filter) : filter;
    this.#valuePath = outer;
    this.#depth--;
    const understood = valFilter && path !== undefined && outer === undefined;
    const node: Filter | undefined = understood ? { op: "[]", attrPath: path, valFilter } : undefined;
    if (after && this.#options.dialect !== "entra") {
      complainOfSubAttribute(this.#cursor, after, node, { start: token.start, end: this.#cursor.lastEnd });
    }
    return node && this.#cursor.placed(node, token.start, { path: token });
  }

  /** What Microsoft Entra writes after a value path: `.value eq "x"`, of the element that the brackets choose. */
  #onSameElement(filter: Filter | undefined): Filter | undefined {
    const token = this.#cursor.take("attribute");
    const name = token.text.slice(1);
    const isName = token.text.startsWith(".") && isAttributeName(name);
    if (isName) {
      this.#complainIfUnknown(token, pathBelow(this.#valuePath, name));
    } else {
      const message = "After the brackets can come a dot and the name of a sub-attribute.";
      this.#cursor.complain("badAttributePath", token, message);
    }
    const comparison = readComparison(this.#cursor, token, isName ? name : undefined);
    if (!filter || !comparison) return undefined;
    const filters = filter.op === "and" ? [...filter.filters, comparison] : [filter, comparison];
    return this.#cursor.placed({ op: "and", filters }, token.start);
  }

  #valuePathWithoutName(open: Token): undefined {
    const message = 'Before the brackets comes an attribute: emails[type eq "work"].';
    this.#cursor.complain("missingAttribute", open, message);
    this.#cursor.take("bracket");
    if (!this.#enter(open)) return;
    this.#bracketed(open, "]", "emptyValuePath", "There is no condition in the brackets.");
    this.#depth--;
  }

  /** What stands between brackets, of which the first has been taken. */
  #bracketed(open: Token, close: ")" | "]", code: FilterErrorCode, empty: string): Bracketed {
    if (this.#cursor.next.kind === close) {
      const { end } = this.#cursor.take("bracket");
      this.#cursor.complain(code, open, empty, { range: { start: open.start, end } });
      return { end };
    }
    this.#open[close]++;
    const filter = this.#or();
    this.#open[close]--;
    if (this.#cursor.next.kind === close) return { filter, end: this.#cursor.take("bracket").end };
    const end = this.#cursor.lastEnd;
    const fix = { title: `Close with ${close}`, range: { start: end, end }, text: close };
    this.#cursor.complain("unclosedBracket", open, `This is not closed: ${close} is missing.`, { fix });
    return { filter };
  }

  #takeConnective(meant: Connective): void {
    const token = this.#cursor.take("keyword");
    if (token.kind === "symbol") complainOfOtherWord(this.#cursor, token, meant);
  }

  /** Whether a token closes a bracket that is open. */
  #closes({ kind }: Token): boolean {
    return (kind === ")" || kind === "]") && this.#open[kind] > 0;
  }

  /** Goes one level deeper, unless that is too deep. */
  #enter(token: Token): boolean {
    if (this.#depth === deepestNesting) {
      this.#cursor.complain("tooDeep", token, `Nothing can be nested deeper than ${deepestNesting} levels.`);
      this.#cursor.giveUp();
      return false;
    }
    this.#depth++;
    return true;
  }

  #complainIfUnknown(token: Token, path: string): void {
    if (this.#options.knows?.(path) === false) {
      this.#cursor.complain("unknownAttribute", token, `There is no attribute ${path}.`);
    }
  }
}

/** What stands between brackets, and where the closing one ends. */
interface Bracketed {
  readonly filter?: Filter | undefined;
  readonly end?: number;
}
