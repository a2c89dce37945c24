import type { System } from "../../../platforms/agave/answers/systems.ts";
import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import { deleteResources } from "../../resources/delete.ts";

/** Deletes the selected systems after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const systems = await chooseResources<System>(host, given, "systems", { title: "Delete System" });
  await deleteResources(host, systems, {
    one: "system",
    detailOf: ({ id, name, data }) => `${name} (${id}), ${data.type?.toLowerCase() ?? "system"}`,
    consequence:
      "Files on them stay where they are; Agave reaches them no more, and apps that need them fail.",
    call: (systemId) => ({ operation: "systems.delete", args: { systemId } }),
  });
}
