import { caretUnder } from "../filter/error.ts";
import type { ConfigurationProblem } from "./problem.ts";

/** A problem for a terminal: file, line and column, the message, the line of the file and a caret under the place. */
export function describeProblem(file: string, problem: ConfigurationProblem): string {
  const place = `${file}:${problem.line}:${problem.column}`;
  if (problem.code === "unreadable") return problem.message;
  if (problem.excerpt === "") return `${file}: ${problem.message}`;
  const start = problem.column - 1;
  const range = { start, end: start + problem.length };
  const lines = caretUnder(problem.excerpt, { range }).split("\n");
  return [`${place}: ${problem.message}`, ...lines.map((line) => `  ${line}`)].join("\n");
}
