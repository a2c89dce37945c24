import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import type { Handle } from "../../tree/handle.ts";
import type { ActorPlace } from "./executions.ts";

/** Reads a section of an actor again, where it is shown. Answers what stands in it then. */
export async function showSection(
  host: Host,
  { connection, actor }: ActorPlace,
  section: "executions" | "workers" | "nonces" | "messages",
): Promise<readonly Handle[]> {
  const tree = host.views.get(viewIdOf("actors"))?.tree;
  const handle = tree?.find(`actors/${connection}/${actor}/${section}`);
  if (handle === undefined) return [];
  await tree?.refresh(handle);
  return handle.children ?? [];
}
