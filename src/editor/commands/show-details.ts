import { openDocument } from "../documents/open.ts";
import type { Host } from "../host.ts";
import type { FailureSubject } from "../tree/failure.ts";
import { givenSubject } from "./given.ts";

/** Opens all that is known of an error as a text. */
export async function run(_host: Host, ...given: readonly unknown[]): Promise<void> {
  const subject = givenSubject<FailureSubject>(given, "failure");
  if (subject !== undefined) await openDocument({ kind: "problem", problem: subject.problem });
}
