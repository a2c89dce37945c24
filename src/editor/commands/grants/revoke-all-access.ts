import { send } from "../../grants/change.ts";
import { chooseGrants } from "../../grants/choose.ts";
import { grantKindOf } from "../../grants/kinds.ts";
import { grantsOf } from "../../grants/section.ts";
import { showGrants } from "../../grants/show.ts";
import type { Host } from "../../host.ts";
import { allows } from "../../resources/consent.ts";

const title = "Revoke All Access";

/** Takes access to something from everybody but its owner, after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const subject = await chooseGrants(host, given, title, "removable");
  if (subject === undefined) return;
  const { owner } = subject;
  const { one, removeAll } = grantKindOf(owner.kind);
  if (removeAll === undefined) return;
  const grants = await grantsOf(host, owner);
  const approved = await allows(host, owner.connection, {
    id: "revokeAll",
    message: `Revoke all access to the ${one} ${owner.name} of ${owner.connection}?`,
    detail: [
      ...grants.map(({ user, level }) => `${user}: ${level}`),
      "",
      "Its owner keeps theirs. Others can be given access again.",
    ].join("\n"),
    action: title,
  });
  if (!approved) return;
  try {
    await send(host, owner, removeAll(owner.id));
  } finally {
    await showGrants(host, owner);
  }
}
