import { openDocument } from "../../documents/open.ts";
import type { Host } from "../../host.ts";
import { chooseSubjects } from "../../tree/choose.ts";
import type { ExecutionSubject } from "../../views/actors/subjects.ts";

/** Opens what the selected executions wrote. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const executions = await chooseSubjects<ExecutionSubject>(host, given, {
    kind: "execution",
    title: "Open Log of Execution",
    view: "actors",
    path: ["actor", "executions", "execution"],
    none: "The actor has no executions.",
  });
  for (const { connection, actor, name, execution } of executions)
    await openDocument({
      kind: "content",
      content: "executionLogs",
      connection,
      id: [actor, execution.id],
      title: `${name} ${execution.id}.log`,
    });
}
