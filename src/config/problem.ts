import { describeProblem } from "./describe-problem.ts";

/** What is wrong with a rollcall.jsonc, from a closed list. */
export type ProblemCode =
  | "unreadable"
  | "syntax"
  | "duplicate"
  | "unknownProperty"
  | "missing"
  | "invalid"
  | "secret"
  | "url"
  | "unknownConnection"
  | "notADirectory"
  | "unknownAttribute"
  | "filter"
  | "expression"
  | "example";

/** One thing that is wrong: what, where, and the way out. */
export interface ConfigurationProblem {
  readonly code: ProblemCode;
  /** What is wrong, in one or two sentences, with the way out where one is known. */
  readonly message: string;
  /** UTF-16 offset into the text, and how many units are marked. */
  readonly offset: number;
  readonly length: number;
  /** 1-based line, and 1-based column in UTF-16 units, of the offset. */
  readonly line: number;
  readonly column: number;
  /** The line of the text, with anything that looks like a secret masked. */
  readonly excerpt: string;
}

/** A configuration that cannot be used. Its message lists every problem with its place, the line and a caret. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
  readonly file: string;
  readonly problems: readonly ConfigurationProblem[];

  constructor(file: string, problems: readonly ConfigurationProblem[]) {
    super(problems.map((problem) => describeProblem(file, problem)).join("\n"));
    this.file = file;
    this.problems = problems;
  }
}
