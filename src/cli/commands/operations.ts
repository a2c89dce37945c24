import { platformFacts, platformNames } from "../../config/platform-facts.ts";
import { didYouMean } from "../../config/suggest.ts";
import { allOperations } from "../../platforms/operations.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { describeOperation, pathOf } from "../operation/describe.ts";
import { counted } from "../output/printable.ts";
import { table } from "../output/table.ts";

/** `rollcall operations [platform]`: every operation that `rollcall call` can send. */
export async function operations(
  { terminal, globals }: CommandContext,
  platform: string | undefined,
): Promise<ExitCode> {
  if (platform !== undefined && !platformNames.some((name) => name === platform))
    throw new UsageError(`There is no platform "${platform}". ${advice(platform)}`);
  const found = allOperations().filter((each) => platform === undefined || each.platform === platform);
  if (globals.json) {
    terminal.printJson(found.map(describeOperation));
    return exitCodes.done;
  }
  const columns = ["Platform", "Operation", "Method", "Path", "Writes", "What it does"];
  const rows = found.map((row) => {
    const { name, method, writes, help } = row.operation;
    return [row.platform, name, method, pathOf(row), writes ? "yes" : "", help];
  });
  terminal.print(
    ...table(
      columns.map((title) => ({ title })),
      rows,
      terminal.paint,
    ),
  );
  terminal.say(
    terminal.voice(
      "faint",
      `${counted(found.length, "operation")}. Paths begin behind the connection's URL. What one takes: rollcall operations --json`,
    ),
  );
  return exitCodes.done;
}

function advice(platform: string): string {
  const known = platformNames.map((name) => `${name} (${platformFacts[name].title})`);
  const near = didYouMean(platform, platformNames);
  return near.startsWith("Did")
    ? `${near} There are: ${known.join(", ")}.`
    : `There are: ${known.join(", ")}.`;
}
