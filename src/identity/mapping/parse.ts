import type { Fix, Range } from "../../filter/error.ts";
import { nearest } from "../../filter/nearest.ts";
import { parseSourceAttribute, sourceAttributePattern } from "../source-attribute.ts";
import { ExpressionError } from "./error.ts";
import type { Expression } from "./expression.ts";
import {
  type FunctionName,
  functionNamed,
  functionNames,
  type MappingFunction,
  signatureOf,
} from "./functions.ts";
import { lex, type Token } from "./lex.ts";

/** How long an expression may be, in UTF-16 units, and how deep functions may stand in each other. */
export const longestExpression = 2000;
export const deepestExpression = 20;

/** An expression as it was read. It may be used only where there are no errors. */
export interface ReadExpression {
  readonly expression?: Expression;
  /** Where each part stands in the text. */
  readonly ranges: ReadonlyMap<Expression, Range>;
  readonly errors: readonly ExpressionError[];
}

/**
 * Reads an expression such as `join(" ", tacc.firstName, tacc.lastName)`, and finds what is wrong with it: all wrong names,
 * numbers and kinds of arguments, and the first thing that cannot be read at all.
 */
export function readExpression(text: string): ReadExpression {
  const ranges = new Map<Expression, Range>();
  if (text.length > longestExpression) {
    const message = `An expression has at most ${longestExpression.toLocaleString("en")} characters.`;
    const range = { start: longestExpression, end: text.length };
    return { ranges, errors: [new ExpressionError("tooLong", message, range)] };
  }
  const errors: ExpressionError[] = [];
  const tokens = lex(text, errors);
  try {
    const expression = new Parser(tokens, ranges, errors).parse();
    return { expression, ranges, errors };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const broken = errors.some(({ code }) => code === "unterminatedString");
    return { ranges, errors: broken ? errors : [...errors, error] };
  }
}

/**
 * Parses an expression.
 * @throws {ExpressionError} The first thing that is wrong with it.
 */
export function parseExpression(text: string): Expression {
  const { expression, errors } = readExpression(text);
  const [error] = errors.toSorted((one, other) => one.range.start - other.range.start);
  if (error || !expression) throw error ?? new ExpressionError("empty", empty, { start: 0, end: 0 });
  return expression;
}

const empty =
  'An expression is expected here, such as tacc.fullName or join(" ", tacc.firstName, tacc.lastName).';

class Parser {
  readonly #tokens: readonly Token[];
  readonly #ranges: Map<Expression, Range>;
  readonly #errors: ExpressionError[];
  #at = 0;

  constructor(tokens: readonly Token[], ranges: Map<Expression, Range>, errors: ExpressionError[]) {
    this.#tokens = tokens;
    this.#ranges = ranges;
    this.#errors = errors;
  }

  parse(): Expression {
    if (this.#next.kind === "end") throw new ExpressionError("empty", empty, this.#next);
    const expression = this.#expression(0);
    if ("number" in expression) this.#report("argumentKind", wholeNumber, this.#rangeOf(expression));
    const rest = this.#next;
    if (rest.kind === "end") return expression;
    throw new ExpressionError("unexpectedText", "The expression should end before this.", rest);
  }

  get #next(): Token {
    return this.#tokens[this.#at] as Token;
  }

  #take(): Token {
    const token = this.#next;
    if (token.kind !== "end") this.#at++;
    return token;
  }

  #expression(depth: number): Expression {
    const token = this.#take();
    if (token.kind === "text") return this.#placed({ text: token.text }, token);
    if (token.kind !== "word") throw new ExpressionError("missingArgument", valueExpected, token);
    if (this.#next.kind === "(") return this.#call(token, depth + 1);
    if (/^\d+$/.test(token.text)) return this.#placed({ number: Number(token.text) }, token);
    if (!sourceAttributePattern.test(token.text)) throw unknownWord(token);
    return this.#placed(parseSourceAttribute(token.text), token);
  }

  #call(name: Token, depth: number): Expression {
    if (depth > deepestExpression)
      throw new ExpressionError(
        "tooDeep",
        `Functions may stand ${deepestExpression} deep in each other.`,
        name,
      );
    this.#take();
    const args: Expression[] = [];
    if (this.#next.kind !== ")")
      do args.push(this.#expression(depth));
      while (this.#continues());
    const close = this.#take();
    if (close.kind === "end") throw unclosed(name, close);
    const call = this.#placed(
      { call: name.text as FunctionName, with: args },
      { start: name.start, end: close.end },
    );
    const known = functionNamed(name.text);
    if (known) this.#checkArguments(name, known, args, close);
    else this.#errors.push(unknownFunction(name));
    return call;
  }

  /** Takes the comma before a further argument. */
  #continues(): boolean {
    const token = this.#next;
    if (token.kind === ")" || token.kind === "end") return false;
    if (token.kind === ",") {
      this.#take();
      return true;
    }
    const place = { start: token.start, end: token.start };
    const fix: Fix | undefined =
      token.kind === "(" ? undefined : { title: "Insert a comma", range: place, text: ", " };
    const message = "A comma or a closing parenthesis is expected before this.";
    throw new ExpressionError("missingComma", message, token, fix);
  }

  #checkArguments(
    name: Token,
    { parameters }: MappingFunction,
    args: readonly Expression[],
    close: Token,
  ): void {
    const least = parameters.filter(({ optional }) => !optional).length;
    const most = parameters.at(-1)?.repeats ? Number.POSITIVE_INFINITY : parameters.length;
    if (args.length < least || args.length > most) {
      const surplus = args[most];
      const range = surplus ? { start: this.#rangeOf(surplus).start, end: close.start } : close;
      const what = args.length < least ? "More arguments are" : "Fewer arguments are";
      this.#report("argumentCount", `${what} expected: ${signatureOf(name.text as FunctionName)}.`, range);
    }
    args.slice(0, most).forEach((argument, index) => {
      const { name: parameter, kind } = parameters[Math.min(index, parameters.length - 1)] ?? {
        name: "",
        kind: "value",
      };
      const wrong = kinds[kind](argument);
      if (wrong === undefined) return;
      this.#report("argumentKind", `The ${parameter} of ${name.text} ${wrong}`, this.#rangeOf(argument));
    });
  }

  #placed<Part extends Expression>(part: Part, { start, end }: Range): Part {
    this.#ranges.set(part, { start, end });
    return part;
  }

  #rangeOf(part: Expression): Range {
    return this.#ranges.get(part) ?? { start: 0, end: 0 };
  }

  #report(code: ExpressionError["code"], message: string, range: Range): void {
    this.#errors.push(new ExpressionError(code, message, range));
  }
}

const wholeNumber = "A number stands only where a function takes one. A text stands in double quotes.";
const valueExpected = "An attribute, a text in double quotes or a function is expected here.";

/** What is wrong with an argument in a place of each kind. */
const kinds: Readonly<
  Record<MappingFunction["parameters"][number]["kind"], (argument: Expression) => string | undefined>
> = {
  value: (argument) =>
    "number" in argument ? "must be an attribute, a text in double quotes or a function." : undefined,
  text: (argument) => ("text" in argument ? undefined : "must be a text in double quotes."),
  part: (argument) =>
    "text" in argument && argument.text !== ""
      ? undefined
      : "must be a text in double quotes that is not empty.",
  number: (argument) =>
    "number" in argument && argument.number > 0 && Number.isSafeInteger(argument.number)
      ? undefined
      : "must be a whole number from 1.",
};

function unknownWord({ text, start, end }: Token): ExpressionError {
  const quoted = JSON.stringify(text);
  const message = `${text} is no attribute, which is written connection.attribute. A text stands in double quotes: ${quoted}.`;
  return new ExpressionError(
    "unknownWord",
    message,
    { start, end },
    {
      title: "Put it in double quotes",
      range: { start, end },
      text: quoted,
    },
  );
}

function unknownFunction({ text, start, end }: Token): ExpressionError {
  const near = nearest(text, functionNames);
  const advice = near === undefined ? `There are: ${functionNames.join(", ")}.` : `Did you mean "${near}"?`;
  const fix = near === undefined ? undefined : { title: `Write ${near}`, range: { start, end }, text: near };
  return new ExpressionError(
    "unknownFunction",
    `There is no function "${text}". ${advice}`,
    { start, end },
    fix,
  );
}

function unclosed({ text }: Token, { start, end }: Token): ExpressionError {
  const fix = { title: "Insert )", range: { start, end }, text: ")" };
  return new ExpressionError(
    "unclosedCall",
    `A closing parenthesis of ${text} is expected here.`,
    { start, end },
    fix,
  );
}
