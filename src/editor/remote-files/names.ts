import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import type { Remark } from "../ui/ask.ts";
import { withViewProgress } from "../ui/progress.ts";
import { childOf, pathText, type RemotePath } from "./path.ts";
import { remoteFilesOf } from "./remote-files.ts";

/** What is wrong with a name in a folder where some are taken. */
export function nameRemark(name: string, taken: ReadonlySet<string>): Remark | undefined {
  if (name.trim() === "") return { message: "A name is needed." };
  if (name.includes("/")) return { message: "A name has no slash in it." };
  if (name === "." || name === "..") return { message: `${name} stands for a folder.` };
  if (taken.has(name)) return { message: `${name} exists already.` };
  return name === name.trim()
    ? undefined
    : { message: "The name begins or ends with a space.", warning: true };
}

interface NewName {
  readonly title: string;
  readonly folder: RemotePath;
  readonly prompt: string;
  /** What it is called now. */
  readonly present?: string;
}

/** Asks for a name that nothing in a folder has. Answers the path with that name. */
export async function askNewPath(
  host: Host,
  { title, folder, prompt, present }: NewName,
): Promise<RemotePath | undefined> {
  const entries = await withViewProgress(viewIdOf("systems"), () => remoteFilesOf(host).list(folder));
  const taken = new Set(entries.map(({ name }) => name));
  const answer = await host.ask.input({
    id: "name",
    title,
    prompt: `${prompt} in ${pathText(folder)}`,
    value: present ?? "",
    validate: (name) => nameRemark(name, taken),
  });
  return typeof answer === "string" ? childOf(folder, answer) : undefined;
}
