import { isDeepStrictEqual } from "node:util";
import { grantsToChange, noAccess, send, tell } from "../../grants/change.ts";
import { chooseGrants } from "../../grants/choose.ts";
import { grantKindOf } from "../../grants/kinds.ts";
import type { Grant, GrantOwner } from "../../grants/owner.ts";
import { showGrants } from "../../grants/show.ts";
import type { Host } from "../../host.ts";
import { allows, connectionAtUrl } from "../../resources/consent.ts";
import { withProgress } from "../../ui/progress.ts";

const title = "Revoke All Access";

/** Takes access to something from everybody but its owner, after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const owner = await chooseGrants(host, given, title, "removable");
  const { removeAll } = owner === undefined ? {} : grantKindOf(owner.kind);
  if (owner === undefined || removeAll === undefined) return;
  if (!(await isApproved(host, owner))) return;
  try {
    await withProgress(`revoking access to ${owner.name}`, ({ signal }) =>
      send(host, owner, removeAll(owner.id), signal),
    );
  } finally {
    await showGrants(host, owner);
  }
}

/** Where others have been given access while the question stood, it is asked anew. */
async function isApproved(host: Host, owner: GrantOwner): Promise<boolean> {
  for (let asked: readonly Grant[] | undefined; ; ) {
    const grants = (await grantsToChange(host, owner))?.filter(({ fixed }) => !fixed);
    if (grants === undefined) return false;
    if (grants.length === 0) {
      await tell(host, `Nobody but its owner has access to ${owner.name}.`);
      return false;
    }
    if (isDeepStrictEqual(grants, asked)) return true;
    if (!(await isAllowed(host, owner, grants))) return false;
    asked = grants;
  }
}

async function isAllowed(host: Host, owner: GrantOwner, grants: readonly Grant[]): Promise<boolean> {
  const { connection, kind, name } = owner;
  return allows(host, connection, {
    id: "revokeAll",
    message: `Revoke all access to the ${grantKindOf(kind).one} ${name} of ${await connectionAtUrl(host, connection)}?`,
    detail: [
      ...grants.map(({ user, level }) => `${user}: ${level} → ${noAccess}`),
      "",
      "Its owner keeps theirs. Others can be given access again.",
    ].join("\n"),
    action: title,
  });
}
