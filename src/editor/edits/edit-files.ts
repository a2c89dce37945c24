import type { Host } from "../host.ts";
import { EditFiles } from "./files.ts";

let files: EditFiles | undefined;

/** The editable documents of this window. */
export function editFiles(host: Host): EditFiles {
  if (files === undefined) {
    files = new EditFiles(host);
    host.context.subscriptions.push(files.follow());
  }
  return files;
}
