import { once } from "node:events";
import {
  attributesOfPerson,
  evaluateExpression,
  longestText,
  tooLong,
} from "../../identity/mapping/evaluate.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { readExpressionArgument } from "../expression-argument.ts";
import { count, printable } from "../output/printable.ts";
import { ResourceLines } from "../resource-lines.ts";

export interface MapOptions {
  readonly skipInvalid?: boolean;
}

/**
 * `rollcall map <expression> [file]`: what a mapping expression gives for each line, a person with one complex attribute for each
 * connection: one line for each, empty where there is no value; with `--json` an array with `null` there.
 */
export async function map(
  { terminal, globals: { json = false } }: CommandContext,
  expression: string,
  file: string | undefined,
  { skipInvalid = false }: MapOptions,
): Promise<ExitCode> {
  const parsed = readExpressionArgument(expression);
  const { stdout } = terminal.streams;
  const lines = new ResourceLines(terminal, file, skipInvalid);
  let between = "";
  if (json) stdout.write("[");
  for await (const batch of lines.batches()) {
    const texts: string[] = [];
    for (const { resource, number } of batch) {
      const value = evaluateExpression(parsed, attributesOfPerson(resource));
      if (value === tooLong) {
        stdout.write(texts.join(""));
        throw new UsageError(
          `${lines.placeOf(number)}: a text in the expression has more than ${count(longestText)} characters. Nothing would be set for this person.`,
        );
      }
      texts.push(json ? between + JSON.stringify(value ?? null) : `${printable(value ?? "")}\n`);
      between = ",\n";
    }
    if (texts.length > 0 && !stdout.write(texts.join(""))) await once(stdout, "drain");
  }
  if (json) stdout.write("]\n");
  lines.saySkipped();
  return exitCodes.done;
}
