import type { Host } from "../host.ts";
import { showSections } from "../resources/show-sections.ts";

/** Reads notifications again wherever they are shown. */
export function showNotifications(host: Host, connection: string, uuid?: string): Promise<void> {
  return showSections(host, "notificationsSection", connection, uuid);
}
