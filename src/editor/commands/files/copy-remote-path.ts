import type { Host } from "../../host.ts";
import { agaveUrl } from "../../remote-files/path.ts";
import { chooseFiles } from "../../views/systems/choose-files.ts";
import { copyLines } from "../items/copied.ts";

/** Copies the `agave://` URLs of the selected files, as jobs take them for inputs, one a line. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const files = await chooseFiles(host, given, "Copy Agave URL", "any");
  await copyLines(files.map(({ path }) => agaveUrl(path)));
}
