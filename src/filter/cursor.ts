import type { Filter } from "scim2-parse-filter";
import { FilterError, type FilterErrorCode, type Fix, type Range } from "./error.ts";
import type { Report, StepCounter, Token, TokenRole } from "./lex.ts";
import type { NodeRange, NodeRanges } from "./ranges.ts";

/** What can be said about a complaint beside its place and message. */
interface Details {
  /** What to mark, where it is not the token itself. */
  readonly range?: Range;
  readonly fix?: Fix | undefined;
}

/** A place in a list of tokens that only goes forward, and the complaints about them: one for a token at most. */
export class Cursor {
  readonly #tokens: readonly Token[];
  readonly #report: Report;
  readonly #counter: StepCounter | undefined;
  readonly #ranges: NodeRanges | undefined;
  readonly #end: Token;
  #blamed: Set<Token> | undefined;
  #at = 0;
  #gaveUp = false;

  /**
   * @param tokens At least one token, the last of kind `end`.
   * @param ranges Takes the ranges of the nodes that are made of the tokens, if they are wanted.
   */
  constructor(
    tokens: readonly Token[],
    report: Report,
    {
      counter,
      ranges,
    }: { readonly counter?: StepCounter | undefined; readonly ranges?: NodeRanges | undefined },
  ) {
    this.#tokens = tokens;
    this.#report = report;
    this.#counter = counter;
    this.#ranges = ranges;
    this.#end = tokens.at(-1) ?? { kind: "end", start: 0, end: 0, text: "", role: "end" };
  }

  /** The token to be taken next. */
  get next(): Token {
    return this.#tokens[this.#at] ?? this.#end;
  }

  get afterNext(): Token {
    return this.#tokens[this.#at + 1] ?? this.#end;
  }

  /** The token taken last. */
  get last(): Token | undefined {
    return this.#tokens[this.#at - 1];
  }

  /** Where the token taken last ends. */
  get lastEnd(): number {
    return this.last?.end ?? 0;
  }

  /** Takes the next token, which thereby gets its role. The end is never passed. */
  take(role: TokenRole): Token {
    const token = this.next;
    if (this.#counter) this.#counter.steps++;
    if (token.kind === "end") return token;
    token.role = role;
    this.#at++;
    return token;
  }

  /** Takes all that is left, and takes no more complaints. */
  giveUp(): void {
    while (this.next.kind !== "end") this.take("invalid");
    this.#gaveUp = true;
  }

  /** Notes that a node stands from `start` to the token taken last, if ranges are wanted, and gives the node back. */
  placed<Node extends Filter>(node: Node, start: number, parts?: Omit<NodeRange, "start" | "end">): Node {
    this.#ranges?.set(node, { start, end: this.lastEnd, ...parts });
    return node;
  }

  complain(code: FilterErrorCode, token: Token, message: string, { range = token, fix }: Details = {}): void {
    this.complainWith(() => new FilterError(code, message, range, fix), token);
  }

  complainWith(error: () => FilterError, token: Token): void {
    this.#blamed ??= new Set();
    if (this.#gaveUp || this.#blamed.has(token)) return;
    this.#blamed.add(token);
    this.#report(error);
  }
}
