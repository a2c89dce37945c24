import type { Host } from "../host.ts";
import type { NodeSubject } from "../tree/node.ts";

/** A section of what is attached to something by its uuid. */
export interface AttachedSubject extends NodeSubject {
  readonly connection: string;
  readonly uuid: string;
}

/** Reads the sections of a kind again wherever they are shown: those of one thing, or all of a connection. */
export async function showSections(
  host: Host,
  kind: string,
  connection: string,
  uuid?: string,
): Promise<void> {
  for (const { tree } of host.views.values())
    for (const handle of tree.known()) {
      const subject = handle.node.subject as AttachedSubject | undefined;
      if (subject?.kind !== kind || subject.connection !== connection) continue;
      if (uuid === undefined || subject.uuid === uuid) await tree.refresh(handle);
    }
}
