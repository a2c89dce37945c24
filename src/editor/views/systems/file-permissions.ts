import type { Host } from "../../host.ts";
import type { Grant } from "../../remote-files/remote-files.ts";
import { askSteps } from "../../ui/steps.ts";
import type { ChosenFile } from "./choose-files.ts";

const levels = [
  { id: "READ", label: "Read" },
  { id: "READ_WRITE", label: "Read and write" },
  { id: "READ_EXECUTE", label: "Read and execute" },
  { id: "ALL", label: "All", description: "read, write and execute" },
  { id: "WRITE", label: "Write" },
  { id: "EXECUTE", label: "Execute" },
  { id: "WRITE_EXECUTE", label: "Write and execute" },
  { id: "NONE", label: "None", description: "withdraws what the user was given" },
] as const;

/** Asks who is given what, and for folders how deep. */
export async function askGrant(
  host: Host,
  title: string,
  items: readonly ChosenFile[],
): Promise<Grant | undefined> {
  const answers = await askSteps([
    () =>
      host.ask.input({
        id: "username",
        title,
        prompt: "Whose permission? The user name on Agave",
        validate: (text) => (text.trim() === "" ? { message: "A user name is needed." } : undefined),
      }),
    () =>
      host.ask.pick({
        id: "permission",
        title,
        placeholder: "Which permission, in place of the present one?",
        choices: levels,
      }),
  ]);
  const reach = answers && (await askReach(host, title, items));
  if (answers === undefined || reach === undefined) return undefined;
  const [username = "", permission = ""] = answers;
  return { username: username.trim(), permission, recursive: reach === "all" };
}

/** Asks whether what lies in folders is meant too, where folders are among the items. */
export async function askReach(
  host: Host,
  title: string,
  items: readonly ChosenFile[],
): Promise<"one" | "all" | undefined> {
  if (!items.some(({ isFolder }) => isFolder)) return "one";
  const answer = await host.ask.pick({
    id: "reach",
    title,
    placeholder: "How deep?",
    choices: [
      { id: "one", label: "The folder alone", icon: "folder" },
      { id: "all", label: "The folder and all in it", icon: "list-tree" },
    ],
  });
  return answer === "one" || answer === "all" ? answer : undefined;
}
