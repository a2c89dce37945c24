import type { Host } from "../../host.ts";
import { chooseAnyResources } from "../../resources/choose-any.ts";
import { urlsOf } from "../../resources/urls.ts";
import { addressOf, type RunningSubject } from "../../views/services/running.ts";
import { givenSubjects } from "../given.ts";
import { copyLines } from "./copied.ts";

/** Copies where the selected resources are to be read, and where running services show themselves, one URL a line. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const running = givenSubjects<RunningSubject>(given, "runningService");
  const resources = await chooseAnyResources(host, given, "Copy URL");
  await copyLines([
    ...(await urlsOf(host, resources)).map(({ url }) => url),
    ...running.flatMap(({ service }) => addressOf(service) ?? []),
  ]);
}
