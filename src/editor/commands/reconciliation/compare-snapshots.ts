import { basename } from "node:path";
import { compareWorlds } from "../../../identity/compare-worlds.ts";
import { openDocument } from "../../documents/open.ts";
import { worldDifferenceText } from "../../documents/world-difference-text.ts";
import type { Host } from "../../host.ts";
import { askSnapshot } from "../../snapshots/files.ts";

/** Shows who joined, left or changed between two snapshots. */
export async function run(host: Host): Promise<void> {
  const before = await askSnapshot(host, {
    id: "before",
    title: "Compare Snapshots",
    action: "Compare This Earlier One",
  });
  if (before === undefined) return;
  const after = await askSnapshot(host, {
    id: "after",
    title: "Compare Snapshots",
    action: "With This Later One",
  });
  if (after === undefined) return;
  const text = worldDifferenceText(
    [before.snapshot, after.snapshot],
    compareWorlds(before.snapshot.world, after.snapshot.world),
  );
  const title = `${basename(before.path)} and ${basename(after.path)}.txt`;
  await openDocument({ kind: "difference", title }, { difference: text });
}
