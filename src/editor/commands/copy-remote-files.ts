import type { Host } from "../host.ts";
import { carryRemoteFiles } from "../remote-files/carry.ts";

/** Copies remote files and folders into another folder, on the server. */
export function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  return carryRemoteFiles(host, given, "copy");
}
