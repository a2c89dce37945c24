import type { Host } from "../../host.ts";
import { chooseAnyResources } from "../../resources/choose-any.ts";
import { copyLines } from "./copied.ts";

/** Copies the names of the selected resources, one a line. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  await copyLines((await chooseAnyResources(host, given, "Copy Name")).map(({ name }) => name));
}
