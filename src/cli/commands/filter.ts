import { once } from "node:events";
import { compileFilter } from "../../filter/compile.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { readFilterArgument } from "../filter-argument.ts";
import { ResourceLines } from "../resource-lines.ts";

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
  const { stdout } = terminal.streams;
  const lines = new ResourceLines(terminal, file, skipInvalid);
  for await (const batch of lines.batches()) {
    const matching = batch.flatMap(({ line, resource }) => (matches(resource) ? [line] : []));
    if (matching.length > 0 && !stdout.write(Buffer.concat(matching))) await once(stdout, "drain");
  }
  lines.saySkipped();
  return exitCodes.done;
}
