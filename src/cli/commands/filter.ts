import { once } from "node:events";
import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { compileFilter, type Predicate } from "../../filter/compile.ts";
import { unreadable } from "../../session/operation/file-problem.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { readFilterArgument } from "../filter-argument.ts";
import { linesOf } from "../lines.ts";
import { counted } from "../output/printable.ts";

export interface FilterOptions {
  readonly skipInvalid?: boolean;
}

/**
 * `rollcall filter <expression> [file]`: the lines that match, byte for byte as they came. Empty lines are left out. A line
 * that is no JSON object ends the command, unless it is to be skipped.
 */
export async function filter(
  { terminal }: CommandContext,
  expression: string,
  file: string | undefined,
  { skipInvalid = false }: FilterOptions,
): Promise<ExitCode> {
  const matches = readFilterArgument(expression, (parsed) => compileFilter(parsed));
  const { stdin, stdout, folder } = terminal.streams;
  const name = file === undefined || file === "-" ? "standard input" : file;
  const source = name === file ? createReadStream(resolve(folder, file)) : stdin;
  const sieve = new Sieve(matches, name, skipInvalid);
  try {
    for await (const lines of linesOf(source)) {
      const { matching, failure } = sieve.sift(lines);
      if (matching.length > 0 && !stdout.write(Buffer.concat(matching))) await once(stdout, "drain");
      if (failure) throw failure;
    }
  } catch (error) {
    throw unreadable(error, name) ?? error;
  }
  if (sieve.skipped > 0) terminal.say(`Left out ${counted(sieve.skipped, "line")} that are no JSON objects.`);
  return exitCodes.done;
}

/** Keeps the lines that match, and knows where it is for messages. */
class Sieve {
  skipped = 0;
  readonly #matches: Predicate;
  readonly #name: string;
  readonly #skipInvalid: boolean;
  #line = 0;

  constructor(matches: Predicate, name: string, skipInvalid: boolean) {
    this.#matches = matches;
    this.#name = name;
    this.#skipInvalid = skipInvalid;
  }

  /** The matching lines up to the first that is invalid, and what to say of that one. */
  sift(lines: readonly Buffer[]): { matching: Buffer[]; failure?: UsageError } {
    const matching: Buffer[] = [];
    for (const line of lines) {
      this.#line++;
      const resource = parseLine(line.toString("utf8"));
      if (resource === "empty") continue;
      if (resource !== "invalid") {
        if (this.#matches(resource)) matching.push(line);
      } else if (this.#skipInvalid) this.skipped++;
      else return { matching, failure: this.#invalid() };
    }
    return { matching };
  }

  #invalid(): UsageError {
    return new UsageError(
      `${this.#name}:${this.#line}: this line is not a JSON object. Correct it, or leave such lines out with --skip-invalid.`,
    );
  }
}

function parseLine(text: string): object | "empty" | "invalid" {
  const json = text.replace(/^\ufeff/, "");
  if (json.trim() === "") return "empty";
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : "invalid";
  } catch {
    return "invalid";
  }
}
