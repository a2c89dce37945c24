import type { Host } from "../host.ts";
import { carryRemoteFiles } from "../remote-files/carry.ts";

/** Moves remote files and folders into another folder. */
export function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  return carryRemoteFiles(host, given, "move");
}
