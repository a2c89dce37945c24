import type { Host } from "../host.ts";
import type { GrantOwner, GrantsSubject } from "./owner.ts";

/** Reads the grants of something again wherever they are shown. */
export async function showGrants(host: Host, owner: GrantOwner): Promise<void> {
  for (const { tree } of host.views.values()) {
    const shown = tree.known().filter(({ node }) => isOf(node.subject as GrantsSubject | undefined, owner));
    for (const handle of shown) await tree.refresh(handle);
  }
}

function isOf(subject: GrantsSubject | undefined, { kind, connection, id }: GrantOwner): boolean {
  if (subject?.kind !== "grants") return false;
  const { owner } = subject;
  return owner.kind === kind && owner.connection === connection && owner.id === id;
}
