import { askLevel, giveAccess, send } from "../../grants/change.ts";
import { chooseGrantsOfPeople } from "../../grants/choose.ts";
import { grantKindOf } from "../../grants/kinds.ts";
import type { GrantSubject } from "../../grants/owner.ts";
import { personName } from "../../grants/section.ts";
import { showGrants } from "../../grants/show.ts";
import type { Host } from "../../host.ts";
import { confirmationOf } from "../../resources/confirmation.ts";
import { allowsOnEach } from "../../resources/consent.ts";
import { workOnEach } from "../../resources/work-on-each.ts";

const title = "Change Access";

/** Gives the selected people another level of access, after one question that shows the levels that they have. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const subjects = await chooseGrantsOfPeople(host, given, title);
  const [first, ...others] = subjects;
  if (first === undefined) return;
  const { owner, grant } = first;
  const level = await askLevel(host, title, owner, others.length === 0 ? grant.level : undefined);
  if (level === undefined) return;
  if (others.length === 0) await giveAccess(host, owner, { user: grant.user, level }, [grant]);
  else await giveEach(host, subjects, level);
}

async function giveEach(host: Host, subjects: readonly GrantSubject[], level: string): Promise<void> {
  const items = subjects.map((subject) => ({
    ...subject,
    name: personName(subject.owner, subject.grant.user),
  }));
  const question = await confirmationOf(host, items, {
    id: "grant",
    verb: "Change",
    one: "grant",
    detailOf: ({ owner, grant, name }) => `${name} on ${owner.name}: ${grant.level} → ${level}`,
    consequence: "Levels can be changed again.",
  });
  const connections = items.map(({ connection }) => connection);
  if (!(await allowsOnEach(host, connections, question))) return;
  await workOnEach(host, {
    items,
    nameOf: ({ name }) => name,
    doing: "changing",
    done: "changed",
    one: "grant",
    run: ({ owner, grant: { user } }, signal) =>
      send(host, owner, grantKindOf(owner.kind).set(owner.id, { user, level }), signal),
    show: () => showGrants(host, ...items.map(({ owner }) => owner)),
  });
}
