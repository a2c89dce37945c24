import { compareWorlds, differ } from "../../identity/compare-worlds.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { renderWorldDifference } from "../render/world-difference.ts";
import { snapshotFrom } from "../snapshot-files.ts";

/** `rollcall diff <before> <after>`: who joined, left or changed between two snapshots. No server is asked. */
export async function diff(
  { terminal, globals }: CommandContext,
  before: string,
  after: string,
  { all }: { readonly all?: boolean },
): Promise<ExitCode> {
  const earlier = await snapshotFrom(terminal, before);
  const later = await snapshotFrom(terminal, after);
  const connections = compareWorlds(earlier.world, later.world);
  if (globals.json) terminal.printJson({ before: earlier.takenAt, after: later.takenAt, connections });
  else {
    const most = terminal.brief && !all ? 10 : Number.POSITIVE_INFINITY;
    terminal.print(
      `From ${earlier.takenAt} to ${later.takenAt}`,
      ...renderWorldDifference(connections, { paint: terminal.paint, most }),
    );
  }
  return differ(connections) ? exitCodes.difference : exitCodes.done;
}
