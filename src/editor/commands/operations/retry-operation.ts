import { callDocuments } from "../../calls/documents.ts";
import { runCall } from "../../calls/run.ts";
import type { Host } from "../../host.ts";

/** Sends the operation that the document in sight is about once more, as it was. */
export async function run(host: Host): Promise<void> {
  const outcome = callDocuments.active();
  if (outcome !== undefined) await runCall(host, outcome.call);
}
