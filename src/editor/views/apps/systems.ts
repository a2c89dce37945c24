import type { SystemSummary } from "../../../platforms/agave/answers/systems.ts";
import type { Host } from "../../host.ts";
import { logProblem } from "../../operations/log-problem.ts";
import { describeProblem } from "../../problem.ts";
import type { back, QuestionStep } from "../../ui/ask.ts";
import { agaveClient } from "../agave/client.ts";

const most = 250;

/** The systems of a type that the person can see, their own first; none where they cannot be read. */
export async function systemsOfType(
  host: Host,
  connection: string,
  type: "EXECUTION" | "STORAGE",
): Promise<readonly SystemSummary[]> {
  try {
    const client = await agaveClient(host, connection);
    const systems = await client.call("systems.list", { limit: most, search: { type } });
    return systems
      .filter((system) => system.type === type)
      .toSorted((one, other) => Number(one.public ?? false) - Number(other.public ?? false));
  } catch (error) {
    logProblem(host.log, `reading the systems of ${connection}`, describeProblem(error));
    return [];
  }
}

/** Asks for a system: one of those that are known, or typed where none is. */
export function askSystem(
  host: Host,
  systems: readonly SystemSummary[],
  question: {
    readonly id: string;
    readonly title: string;
    readonly step: QuestionStep;
    readonly prompt: string;
    readonly value: string;
  },
): Promise<string | typeof back | undefined> {
  const { id, title, step, prompt, value } = question;
  if (systems.length === 0)
    return host.ask.input({
      id,
      title,
      step,
      prompt,
      value,
      validate: (text) => (text.trim() === "" ? { message: "A system is needed." } : undefined),
    });
  const present = systems.filter((system) => system.id === value);
  const others = systems.filter((system) => system.id !== value);
  return host.ask.pick({
    id,
    title,
    step,
    placeholder: prompt,
    choices: [...present, ...others].map((system) => ({
      id: system.id,
      label: system.id,
      description: [
        system.name,
        system.public ? "public" : "private",
        system.id === value ? "as it is now" : "",
      ]
        .filter(Boolean)
        .join(" · "),
    })),
  });
}
