import type { Actor } from "../../../platforms/agave/answers/actors.ts";
import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import { deleteResources } from "../../resources/delete.ts";

/** Deletes the selected actors after one question that names them. Each may take the platform twenty seconds. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const actors = await chooseResources<Actor>(host, given, "actors", { title: "Delete Actor" });
  await deleteResources(host, actors, {
    one: "actor",
    detailOf: ({ name, id, data }) => `${name} (${id}), ${data.image}`,
    consequence: "Their executions, logs, state and nonces are gone with them. This cannot be undone.",
    call: (actorId) => ({ operation: "actors.delete", args: { actorId } }),
  });
}
