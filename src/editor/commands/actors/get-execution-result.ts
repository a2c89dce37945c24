import { saveAnswer } from "../../../session/operation/files.ts";
import type { Host } from "../../host.ts";
import { openConnection } from "../../resources/open.ts";
import { chooseSubjects } from "../../tree/choose.ts";
import { withProgress } from "../../ui/progress.ts";
import type { ExecutionSubject } from "../../views/actors/subjects.ts";

const title = "Get Result of Execution";

/** Takes the next result of an execution into a file, after it was said that the platform then has it no more. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [subject] = await chooseSubjects<ExecutionSubject>(host, given, {
    kind: "execution",
    title,
    view: "actors",
    path: ["actor", "executions", "execution"],
    flag: "complete",
    none: "The actor has no execution that is complete.",
  });
  if (subject === undefined) return;
  const { connection, actor, execution } = subject;
  const approved = await host.ask.confirm({
    id: "take",
    message: `Take the next result of ${execution.id}?`,
    detail: `${connection} gives each result once: it is gone from there then. You choose the file that it goes into.`,
    action: "Take Result",
  });
  if (!approved) return;
  const path = await host.ask.file({
    id: "destination",
    title,
    purpose: "write",
    name: `${execution.id}.bin`,
    action: "Save Here",
  });
  if (path === undefined) return;
  const { client } = await openConnection(host.sessions, connection);
  const isSaved = await withProgress(`taking a result of ${execution.id}`, async ({ signal }) => {
    const args = { actorId: actor, executionId: execution.id };
    const result = await client.callNamed("actors.getOneExecutionResult", args, { signal });
    const isThere = result instanceof Uint8Array && result.length > 0;
    if (isThere) await saveAnswer(result, path, signal);
    return isThere;
  });
  const message = isSaved ? `Saved ${path}.` : `${execution.id} has no result left.`;
  await host.ask.offer({ id: "result", level: "information", message, actions: [] });
}
