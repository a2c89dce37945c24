import type { Host } from "../../host.ts";
import { makeNew } from "../../views/systems/make-new.ts";

/** Makes a folder in a folder of a system. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  await makeNew(host, given, {
    title: "New Remote Folder",
    one: "folder",
    make: (files, at, signal) => files.makeFolder(at, signal),
  });
}
