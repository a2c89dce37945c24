import { callDocuments } from "../../calls/documents.ts";
import { runAgain } from "../../calls/run-again.ts";
import type { Host } from "../../host.ts";

/** Sends the operation that the document in sight is about once more, with parameters that can be changed before. */
export async function run(host: Host): Promise<void> {
  const outcome = callDocuments.active();
  if (outcome !== undefined) await runAgain(host, outcome.call);
}
