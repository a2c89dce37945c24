import { openDocument } from "../../documents/open.ts";
import type { Host } from "../../host.ts";
import { chooseFailure } from "../../tree/choose-failure.ts";

/** Opens all that is known of an error as a text. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const failure = await chooseFailure(host, given, "Show Details");
  if (failure !== undefined) await openDocument({ kind: "problem", problem: failure.subject.problem });
}
