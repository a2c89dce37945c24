import type { Host } from "../host.ts";
import { chooseRemoteItems } from "../remote-files/choose.ts";
import { agaveUrl } from "../remote-files/path.ts";
import { copyLines } from "./copied.ts";

/** Copies the `agave://` URLs of remote files, which the inputs of jobs take, one a line. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const items = await chooseRemoteItems(host, given, { title: "Copy Agave URL", wanted: "any" });
  await copyLines(items.map(({ path }) => agaveUrl(path)));
}
