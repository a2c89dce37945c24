import { openDocument } from "../../documents/open.ts";
import type { Host } from "../../host.ts";
import { addressPath, nameOf } from "../../remote-files/path.ts";
import { chooseFiles } from "../../views/systems/choose-files.ts";

/** Opens what has happened to the selected files as JSON. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  for (const { path } of await chooseFiles(host, given, "Show History of File", "any"))
    await openDocument({
      kind: "content",
      content: "fileHistory",
      connection: path.connection,
      id: [addressPath(path)],
      title: `history of ${nameOf(path)}.json`,
    });
}
