import { send } from "../../grants/change.ts";
import { chooseGrantsOfPeople } from "../../grants/choose.ts";
import { grantKindOf } from "../../grants/kinds.ts";
import { showGrants } from "../../grants/show.ts";
import type { Host } from "../../host.ts";
import { confirmationOf } from "../../resources/confirmation.ts";
import { workOnEach } from "../../resources/work-on-each.ts";

/** Takes access from the selected people after one question. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const subjects = await chooseGrantsOfPeople(host, given, "Revoke Access");
  if (subjects.length === 0) return;
  const items = subjects.map(({ owner, grant, connection }) => ({
    owner,
    grant,
    connection,
    name: `access of ${grant.user}`,
  }));
  const question = await confirmationOf(host, items, {
    id: "revoke",
    verb: "Revoke",
    one: "access",
    many: "accesses",
    detailOf: ({ owner, grant }) => `${grant.user}: ${grant.level} on ${owner.name} → no access`,
    consequence: "They can be given access again.",
  });
  if (!(await host.ask.confirm(question))) return;
  await workOnEach(host, {
    items,
    nameOf: ({ name }) => name,
    doing: "revoking",
    done: "revoked",
    one: "access",
    run: ({ owner, grant }, signal) =>
      send(host, owner, grantKindOf(owner.kind).remove(owner.id, grant.user), signal),
    show: async () => {
      for (const { owner } of items) await showGrants(host, owner);
    },
  });
}
