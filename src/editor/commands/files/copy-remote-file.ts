import type { Host } from "../../host.ts";
import { carryFiles } from "../../views/systems/carry-files.ts";

/** Copies remote files and folders into another folder, on the server. */
export function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  return carryFiles(host, given, "copy");
}
