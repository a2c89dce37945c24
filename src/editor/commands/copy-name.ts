import type { Host } from "../host.ts";
import type { ResourceSubject } from "../resources/resource.ts";
import { copyLines } from "./copied.ts";
import { givenSubjects } from "./given.ts";

/** Copies the names of the selected resources, one a line. */
export async function run(_host: Host, ...given: readonly unknown[]): Promise<void> {
  await copyLines(givenSubjects<ResourceSubject>(given, "resource").map(({ name }) => name));
}
