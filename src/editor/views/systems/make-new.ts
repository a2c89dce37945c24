import type { Host } from "../../host.ts";
import { childOf, pathText, type RemotePath } from "../../remote-files/path.ts";
import { RemoteFileError } from "../../remote-files/remote-file-error.ts";
import { type RemoteFiles, remoteFilesOf } from "../../remote-files/remote-files.ts";
import { back } from "../../ui/ask.ts";
import { withProgress } from "../../ui/progress.ts";
import { chooseFiles } from "./choose-files.ts";
import { fileNameRemark } from "./file-name.ts";

interface Making {
  readonly title: string;
  readonly one: "file" | "folder";
  make(files: RemoteFiles, path: RemotePath, signal: AbortSignal): Promise<unknown>;
}

/**
 * Makes something new in a folder of a system, under a name that the person types. Answers where it is; undefined where the person gave
 * up. Rejects where the name is taken.
 */
export async function makeNew(
  host: Host,
  given: readonly unknown[],
  { title, one, make }: Making,
): Promise<RemotePath | undefined> {
  const [folder] = await chooseFiles(host, given, title, "folder");
  if (folder === undefined) return undefined;
  const name = await host.ask.input({
    id: "name",
    title,
    prompt: `The name of a new ${one} in ${pathText(folder.path)}`,
    validate: fileNameRemark,
  });
  if (name === undefined || name === back) return undefined;
  const path = childOf(folder.path, name);
  const files = remoteFilesOf(host);
  if ((await files.lookAgain(path)) !== undefined)
    throw new RemoteFileError("exists", `${pathText(path)} exists already.`);
  await withProgress(`making ${name}`, ({ signal }) => make(files, path, signal));
  return path;
}
