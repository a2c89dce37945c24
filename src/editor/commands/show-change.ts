import { openChange } from "../documents/changes.ts";
import type { Host } from "../host.ts";
import type { ChangeSubject } from "../views/reconciliation/subjects.ts";
import { givenSubject } from "./given.ts";

/** Shows the target's account before and after a change. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const subject = givenSubject<ChangeSubject>(given, "change");
  if (subject !== undefined) await openChange(host, subject.change);
}
