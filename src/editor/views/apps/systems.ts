import type { SystemSummary } from "../../../platforms/agave/answers/systems.ts";
import type { Host } from "../../host.ts";
import { logProblem } from "../../operations/log-problem.ts";
import { describeProblem } from "../../problem.ts";
import type { back, QuestionStep } from "../../ui/ask.ts";
import { agaveClient } from "../agave/client.ts";

const most = 250;

/** The systems, or those of a type, that the person can see, their own first; none where they cannot be read. */
export async function systemsOf(
  host: Host,
  connection: string,
  type?: "EXECUTION" | "STORAGE",
): Promise<readonly SystemSummary[]> {
  try {
    const client = await agaveClient(host, connection);
    const search = type === undefined ? {} : { search: { type } };
    const systems = await client.call("systems.list", { limit: most, ...search });
    return systems
      .filter((system) => type === undefined || system.type === type)
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
    readonly step?: QuestionStep;
    readonly prompt: string;
    readonly value: string;
  },
): Promise<string | typeof back | undefined> {
  const { prompt, value } = question;
  const asked = { id: question.id, title: question.title, ...(question.step ? { step: question.step } : {}) };
  if (systems.length === 0)
    return host.ask.input({
      ...asked,
      prompt,
      value,
      validate: (text) => (text.trim() === "" ? { message: "A system is needed." } : undefined),
    });
  const present = systems.filter((system) => system.id === value);
  const others = systems.filter((system) => system.id !== value);
  return host.ask.pick({
    ...asked,
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
