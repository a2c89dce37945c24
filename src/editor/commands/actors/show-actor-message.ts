import type { Actor } from "../../../platforms/agave/answers/actors.ts";
import { openDocument } from "../../documents/open.ts";
import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";

/** Opens what the platform says of an actor's state, such as why it is in error. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [actor] = await chooseResources<Actor>(host, given, "actors", {
    title: "Show Status Message of Actor",
    eligible: {
      test: ({ data }) => Boolean(data.statusMessage?.trim()),
      none: "The platform says nothing of the state of any actor.",
    },
  });
  if (actor === undefined) return;
  const { connection, id, name } = actor;
  const title = `${name} status.txt`;
  await openDocument({ kind: "content", content: "actorMessage", connection, id: [id], title });
}
