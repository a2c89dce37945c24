import type { Host } from "../host.ts";
import type { back } from "../ui/ask.ts";
import { settingProblem } from "./settings.ts";

/** A setting that the form offers. */
export interface OfferedSetting {
  readonly name: "archive" | "batchQueue" | "maxRunTime" | "nodeCount";
  readonly label: string;
  readonly prompt: string;
}

export const offeredSettings: readonly OfferedSetting[] = [
  { name: "archive", label: "Archive", prompt: "Keep the output in the archive when the job has ended?" },
  {
    name: "batchQueue",
    label: "Queue",
    prompt: "The queue of the execution system; empty for the app's own",
  },
  {
    name: "maxRunTime",
    label: "Longest run time",
    prompt: "Hours, minutes and seconds, such as 01:30:00; empty for the app's own",
  },
  { name: "nodeCount", label: "Nodes", prompt: "How many nodes; empty for the app's own" },
];

/** Asks for a setting of a job, as a text. An empty answer leaves it out. */
export function askSetting(
  host: Host,
  { name, label, prompt }: OfferedSetting,
  title: string,
  value: unknown,
): Promise<string | typeof back | undefined> {
  if (name === "archive")
    return host.ask.pick({
      id: name,
      title,
      placeholder: prompt,
      choices: [
        { id: "true", label: "Yes" },
        { id: "false", label: "No", detail: "It stays where the job ran" },
      ],
    });
  return host.ask.input({
    id: name,
    title,
    prompt,
    value: value === undefined ? "" : String(value),
    validate: (text) => {
      const problem = text.trim() === "" ? undefined : settingProblem(name, text.trim());
      return problem === undefined ? undefined : { message: `${label} ${problem}.` };
    },
  });
}

/** The value of a setting that was typed. */
export function settingValue({ name }: OfferedSetting, text: string): unknown {
  if (text.trim() === "") return undefined;
  if (name === "archive") return text === "true";
  return name === "nodeCount" ? Number(text) : text.trim();
}
