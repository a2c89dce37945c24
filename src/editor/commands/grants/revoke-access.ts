import { unlessGone } from "../../edits/pick.ts";
import { noAccess, send } from "../../grants/change.ts";
import { chooseGrantsOfPeople } from "../../grants/choose.ts";
import { grantKindOf } from "../../grants/kinds.ts";
import { personName } from "../../grants/section.ts";
import { showGrants } from "../../grants/show.ts";
import type { Host } from "../../host.ts";
import { confirmed } from "../../resources/confirmation.ts";
import { workOnEach } from "../../resources/work-on-each.ts";

/** Takes access from the selected people after one question. What is gone already counts as taken. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const subjects = await chooseGrantsOfPeople(host, given, "Revoke Access");
  if (subjects.length === 0) return;
  const items = subjects.map((subject) => ({
    ...subject,
    name: `access of ${personName(subject.owner, subject.grant.user)} to ${subject.owner.name}`,
  }));
  const approved = await confirmed(host, items, {
    id: "revoke",
    verb: "Revoke",
    one: "grant",
    detailOf: ({ owner, grant: { user, level } }) =>
      `${personName(owner, user)} on ${owner.name}: ${level} → ${noAccess}`,
    consequence: "Access can be given again.",
  });
  if (!approved) return;
  await workOnEach(host, {
    items,
    nameOf: ({ name }) => name,
    doing: "revoking",
    done: "revoked",
    one: "grant",
    run: ({ owner, grant: { user } }, signal) =>
      unlessGone(send(host, owner, grantKindOf(owner.kind).remove(owner.id, user), signal)),
    show: () => showGrants(host, ...items.map(({ owner }) => owner)),
  });
}
