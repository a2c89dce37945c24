import type { Host } from "../../host.ts";
import { choosePlatformConnection } from "../../resources/choose.ts";
import { allows } from "../../resources/consent.ts";
import { openConnection } from "../../resources/open.ts";
import { readAgain } from "../../resources/show-again.ts";
import { back } from "../../ui/ask.ts";
import { withProgress } from "../../ui/progress.ts";

const title = "Restore Job";

/** Brings a deleted job back into the list, by its id. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const connection = await choosePlatformConnection(host, given, "jobs", title);
  if (connection === undefined) return;
  const answer = await host.ask.input({
    id: "job",
    title,
    prompt: "The id of the deleted job",
    validate: (text) => (text.trim() === "" ? { message: "An id is needed." } : undefined),
  });
  if (answer === undefined || answer === back) return;
  const id = answer.trim();
  const { name } = connection;
  const approved = await allows(host, name, {
    id: "restore",
    message: `Restore the job ${id} of ${name}?`,
    detail: "It is in the list again then. It does not run again.",
    action: "Restore",
  });
  if (!approved) return;
  const { client } = await openConnection(host.sessions, name);
  await withProgress(`restoring ${id}`, ({ signal }) =>
    client.callNamed("jobs.manage", { jobId: id, body: { action: "restore" } }, { signal }),
  );
  await readAgain(host, "jobs", name);
}
