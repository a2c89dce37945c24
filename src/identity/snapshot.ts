import { digestText } from "./digest.ts";
import type { World } from "./world.ts";

/** Version of a snapshot's shape. */
export const snapshotVersion = 1;

/** Names a snapshot: when it was taken, and what it holds. */
export interface SnapshotRef {
  /** ISO 8601 instant. */
  readonly takenAt: string;
  /** Digest of all that was read. */
  readonly digest: string;
}

/** Everything that was read at one moment, to be planned from again without any server. */
export interface Snapshot extends SnapshotRef {
  readonly version: typeof snapshotVersion;
  readonly world: World;
}

/** Keeps what was read. A world that came from a snapshot is kept as it was read then. */
export function snapshotOf({ snapshot: _, ...world }: World): Snapshot {
  return { version: snapshotVersion, takenAt: world.now, digest: digestWorld(world), world };
}

/** Digest of a world. A snapshot whose `digest` differs was edited or cut short. */
export function digestWorld(world: World): string {
  return digestText(JSON.stringify(world));
}
