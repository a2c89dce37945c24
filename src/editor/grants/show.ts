import { isDeepStrictEqual } from "node:util";
import type { Host } from "../host.ts";
import type { GrantOwner, GrantsSubject } from "./owner.ts";

/** Reads the grants of things again wherever they are shown. */
export async function showGrants(host: Host, ...owners: readonly GrantOwner[]): Promise<void> {
  const places = owners.map(placeOf);
  for (const { tree } of host.views.values())
    for (const handle of tree.known()) {
      const subject = handle.node.subject as GrantsSubject | undefined;
      if (subject?.kind !== "grants") continue;
      const place = placeOf(subject.owner);
      if (places.some((each) => isDeepStrictEqual(each, place))) await tree.refresh(handle);
    }
}

function placeOf({ kind, connection, id }: GrantOwner): readonly string[] {
  return [kind, connection, id];
}
