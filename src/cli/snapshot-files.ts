import { resolve } from "node:path";
import { type Snapshot, snapshotOf } from "../identity/snapshot.ts";
import type { World } from "../identity/world.ts";
import type { Terminal } from "./output/terminal.ts";

/** Reads a snapshot that was named on the command line. Throws SnapshotError. */
export async function snapshotFrom(terminal: Terminal, file: string): Promise<Snapshot> {
  const { readSnapshot } = await import("../session/snapshot/file.ts");
  return readSnapshot(resolve(terminal.streams.folder, file));
}

/** Keeps what was read in a file, and says so. */
export async function keepSnapshot(terminal: Terminal, file: string, world: World): Promise<Snapshot> {
  const { writeSnapshot } = await import("../session/snapshot/file.ts");
  const snapshot = snapshotOf(world);
  await writeSnapshot(resolve(terminal.streams.folder, file), snapshot);
  terminal.say(`Kept what was read in ${file}.`);
  return snapshot;
}
