import { chooseOperation } from "../../calls/choose-operation.ts";
import { askCall } from "../../calls/form.ts";
import { runCall } from "../../calls/run.ts";
import type { Host } from "../../host.ts";
import { chooseConnection } from "../../secrets/choose-connection.ts";

/** Sends any operation of a connection's platform, with a form made from its row. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const connection = await chooseConnection(host, given, { title: "Run Operation" });
  if (connection === undefined) return;
  const opened = (await host.sessions.get()).operations(connection.name);
  const operation = await chooseOperation(host, opened);
  if (operation === undefined) return;
  const call = await askCall(host, opened, operation);
  if (call !== undefined) await runCall(host, call);
}
