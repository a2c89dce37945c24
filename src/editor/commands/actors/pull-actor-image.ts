import type { Actor, ActorRequest } from "../../../platforms/agave/answers/actors.ts";
import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import { confirmed } from "../../resources/confirmation.ts";
import { openConnection } from "../../resources/open.ts";
import { readAllAgain } from "../../resources/show-again.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { actorEdit } from "../../views/actors/edit.ts";
import { agave } from "../../views/agave/client.ts";

/** Has the selected actors take their images anew, after one question. Nothing else of them changes. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const actors = await chooseResources<Actor>(host, given, "actors", { title: "Pull Image of Actor" });
  if (actors.length === 0) return;
  const approved = await confirmed(host, actors, {
    id: "pull",
    verb: "Pull the Image of",
    one: "actor",
    detailOf: ({ name, data }) => `${name}: ${data.image}`,
    consequence: "They are not ready until the image is there.",
  });
  if (!approved) return;
  await workOnEach(host, {
    items: actors,
    nameOf: ({ name }) => name,
    doing: "pulling the image of",
    done: "updated",
    one: "actor",
    run: async ({ connection, id }, signal) => {
      const opened = await openConnection(host.sessions, connection);
      const now = await actorEdit.read(opened, id, signal);
      if (now === undefined) throw new Error(`${connection} does not have this actor any more.`);
      const body = { ...actorEdit.fieldsOf(now, opened), force: true } as unknown as ActorRequest;
      await agave(opened).call("actors.update", { actorId: id, body }, { signal });
    },
    show: () => readAllAgain(host, "actors", actors),
  });
}
