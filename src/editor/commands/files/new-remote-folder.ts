import type { Host } from "../../host.ts";
import { childOf, pathText } from "../../remote-files/path.ts";
import { RemoteFileError } from "../../remote-files/remote-file-error.ts";
import { remoteFilesOf } from "../../remote-files/remote-files.ts";
import { back } from "../../ui/ask.ts";
import { withProgress } from "../../ui/progress.ts";
import { chooseFiles } from "../../views/systems/choose-files.ts";
import { fileNameRemark } from "../../views/systems/file-name.ts";

const title = "New Remote Folder";

/** Makes a folder in a folder of a system. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [folder] = await chooseFiles(host, given, title, "folder");
  if (folder === undefined) return;
  const name = await host.ask.input({
    id: "name",
    title,
    prompt: `The name of a new folder in ${pathText(folder.path)}`,
    validate: fileNameRemark,
  });
  if (name === undefined || name === back) return;
  const path = childOf(folder.path, name);
  const files = remoteFilesOf(host);
  if ((await files.lookAgain(path)) !== undefined)
    throw new RemoteFileError("exists", `${pathText(path)} exists already.`);
  await withProgress(`making ${name}`, ({ signal }) => files.makeFolder(path, signal));
}
