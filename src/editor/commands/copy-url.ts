import type { Host } from "../host.ts";
import { givenUrls } from "../resources/urls.ts";
import { addressOf, type RunningSubject } from "../views/services/running.ts";
import { copyLines } from "./copied.ts";
import { givenSubjects } from "./given.ts";

/** Copies where the selected users and resources are to be read, and where running services show themselves, one URL a line. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const running = givenSubjects<RunningSubject>(given, "runningService");
  await copyLines([
    ...(await givenUrls(host, given)).map(({ url }) => url),
    ...running.flatMap(({ service }) => addressOf(service) ?? []),
  ]);
}
