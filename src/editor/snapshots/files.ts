import type { Snapshot } from "../../identity/snapshot.ts";
import type { Host } from "../host.ts";

/** Asks for a snapshot file and reads it; undefined where the person names none. Rejects with a SnapshotError. */
export async function askSnapshot(
  host: Host,
  { id, title, action }: { readonly id: string; readonly title: string; readonly action: string },
): Promise<{ readonly path: string; readonly snapshot: Snapshot } | undefined> {
  const path = await host.ask.file({ id, title, purpose: "read", action });
  if (path === undefined) return undefined;
  const { readSnapshot } = await import("../../session/snapshot/file.ts");
  return { path, snapshot: await readSnapshot(path) };
}
