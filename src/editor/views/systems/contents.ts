import type { Content } from "../../contents/content.ts";
import { readHistory } from "../../remote-files/listing.ts";
import { isRemotePath, readAddressPath } from "../../remote-files/path.ts";
import { agave } from "../agave/client.ts";

/** What has happened to a file, as JSON. */
export const fileHistory: Content = {
  async read(opened, [address = ""], signal) {
    const path = readAddressPath(address);
    if (path === undefined || !isRemotePath(path)) return "There is no such file.\n";
    const events = await readHistory(agave(opened), path, signal);
    return `${JSON.stringify(events, null, 2)}\n`;
  },
};
