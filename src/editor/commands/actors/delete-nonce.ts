import type { Host } from "../../host.ts";
import { confirmed } from "../../resources/confirmation.ts";
import { openConnection } from "../../resources/open.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { chooseNonces } from "../../views/actors/choose-nonces.ts";
import { nonceLabel } from "../../views/actors/sections.ts";
import { showSection } from "../../views/actors/show.ts";

/** Deletes the selected nonces after one question. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const nonces = await chooseNonces(host, given, "Delete Nonce");
  if (nonces.length === 0) return;
  const named = nonces.map((subject) => ({
    ...subject,
    name: `${nonceLabel(subject.nonce)} of ${subject.name}`,
  }));
  const approved = await confirmed(host, named, {
    id: "delete",
    verb: "Delete",
    one: "nonce",
    detailOf: ({ name, nonce }) => [name, nonce.level].filter(Boolean).join(": "),
    consequence: "Whoever uses them is refused from then on. This cannot be undone.",
  });
  if (!approved) return;
  await workOnEach(host, {
    items: named,
    nameOf: ({ name }) => name,
    doing: "deleting",
    done: "deleted",
    one: "nonce",
    run: async ({ connection, actor, nonce }, signal) => {
      const { client } = await openConnection(host.sessions, connection);
      await client.callNamed("actors.deleteNonce", { actorId: actor, nonceId: nonce.id }, { signal });
    },
    show: async () => {
      for (const place of nonces) await showSection(host, place, "nonces");
    },
  });
}
