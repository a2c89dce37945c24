import type { Host } from "../../host.ts";
import { carryFiles } from "../../views/systems/carry-files.ts";

/** Moves remote files and folders into another folder. */
export function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  return carryFiles(host, given, "move");
}
