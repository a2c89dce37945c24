import type { Host } from "../host.ts";
import type { Call } from "./call.ts";
import { askCall } from "./form.ts";
import { runCall } from "./run.ts";

/** Sends an operation again after its parameters could be changed. Says so where its connection or the operation is no longer there. */
export async function runAgain(
  host: Host,
  {
    connection,
    operation: name,
    parameters,
    content,
  }: Pick<Call, "connection" | "operation" | "parameters" | "content">,
): Promise<void> {
  const session = await host.sessions.get();
  const opened = session.configuration.connections[connection] && session.operations(connection);
  const operation = opened?.operations.find((each) => each.name === name);
  if (opened === undefined || operation === undefined) {
    const what =
      opened === undefined
        ? `rollcall.jsonc has no connection ${connection}`
        : `${connection} has no ${name}`;
    await host.ask.offer({ id: "gone", level: "warning", message: `${what} any more.`, actions: [] });
    return;
  }
  const call = await askCall(host, opened, operation, {
    parameters,
    ...(content === undefined ? {} : { content }),
  });
  if (call !== undefined) await runCall(host, call);
}
