import { copySecret } from "../../calls/copy-secret.ts";
import { callDocuments } from "../../calls/documents.ts";
import type { Host } from "../../host.ts";

/** Copies the token that the answer in sight masks. */
export async function run(host: Host): Promise<void> {
  const outcome = callDocuments.active();
  if (outcome !== undefined && outcome.secrets.length > 0) await copySecret(host, outcome);
}
