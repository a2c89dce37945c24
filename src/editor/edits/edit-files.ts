import type { Host } from "../host.ts";
import { EditFiles } from "./files.ts";

let files: EditFiles | undefined;

/** The editable documents of this window. */
export function editFiles(host: Host): EditFiles {
  files ??= new EditFiles(host);
  return files;
}
