import type { ConnectionConfiguration } from "../../config/configuration.ts";
import type { Host } from "../host.ts";
import { logProblem } from "../operations/log-problem.ts";
import { describeProblem } from "../problem.ts";
import { askDescription, type Describing, draftDescription } from "./describe.ts";
import { type Registration, registerDescribed } from "./register.ts";
import { showMade } from "./show-made.ts";

/** What a server says of a description that may do once it is changed. */
const mendable: ReadonlySet<string> = new Set(["invalid", "conflict", "forbidden", "notFound"]);

const change = "Change and Register Again…";

/**
 * Lets a person describe something, registers it after one question, and shows it. What the server refuses can be changed in an editor
 * and registered again. Rejects where it fails for another reason.
 */
export async function describeAndRegister<Description extends object>(
  host: Host,
  connection: ConnectionConfiguration,
  describing: Describing,
  registrationOf: (description: Description) => Registration,
): Promise<void> {
  let description = await askDescription<Description>(host, describing);
  while (description !== undefined) {
    const registration = registrationOf(description);
    const { id, view } = registration;
    try {
      if (!(await registerDescribed(host, connection, registration))) return;
      const message = `${id} is registered on ${connection.name}.`;
      return await showMade(host, view, connection.name, { id, offer: "registered", message });
    } catch (error) {
      if (!(await wantsChange(host, id, error))) return;
      description = await draftDescription<Description>(host, describing, description);
    }
  }
}

/** Tells why something was not registered, and answers whether the person wants to change it. Rejects where that would not help. */
async function wantsChange(host: Host, id: string, error: unknown): Promise<boolean> {
  const problem = describeProblem(error);
  if (!mendable.has(problem.kind)) throw error;
  logProblem(host.log, `registering ${id}`, problem);
  const answer = await host.ask.offer({
    id: "refused",
    level: "error",
    message: [`${id} was not registered.`, problem.message, problem.advice].filter(Boolean).join(" "),
    actions: [change],
  });
  return answer === change;
}
