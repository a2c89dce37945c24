import type { Host } from "../host.ts";
import { showSections } from "../resources/show-sections.ts";

/** Reads metadata again wherever it is shown. */
export function showMetadata(host: Host, connection: string, uuid?: string): Promise<void> {
  return showSections(host, "metadataSection", connection, uuid);
}
