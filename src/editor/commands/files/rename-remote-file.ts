import type { Host } from "../../host.ts";
import { childOf, nameOf, parentOf, pathText } from "../../remote-files/path.ts";
import { remoteFilesOf } from "../../remote-files/remote-files.ts";
import { allows } from "../../resources/consent.ts";
import { back } from "../../ui/ask.ts";
import { withProgress } from "../../ui/progress.ts";
import { chooseFiles } from "../../views/systems/choose-files.ts";
import { fileNameRemark } from "../../views/systems/file-name.ts";

const title = "Rename File";

/** Gives a file or folder of a system another name, where nothing has that name yet. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [file] = await chooseFiles(host, given, title, "item");
  const folder = file && parentOf(file.path);
  if (file === undefined || folder === undefined) return;
  const name = await host.ask.input({
    id: "name",
    title,
    prompt: `Another name for ${pathText(file.path)}`,
    value: nameOf(file.path),
    validate: fileNameRemark,
  });
  if (name === undefined || name === back || name === nameOf(file.path)) return;
  const to = childOf(folder, name);
  const remote = remoteFilesOf(host);
  if ((await remote.lookAgain(to)) !== undefined) throw new Error(`There is ${pathText(to)} already.`);
  const approved = await allows(host, file.path.connection, {
    id: "rename",
    message: `Rename ${pathText(file.path)} of ${file.path.connection}?`,
    detail: `${nameOf(file.path)} → ${name}`,
    action: "Rename",
  });
  if (!approved) return;
  await withProgress(`renaming ${nameOf(file.path)}`, ({ signal }) => remote.move(file.path, to, signal));
}
