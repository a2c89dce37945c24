import type { Content } from "../contents/content.ts";
import { agave } from "../views/agave/client.ts";

/** A piece of metadata as JSON. */
export const metadataContent: Content = {
  async read(opened, [uuid = ""], signal) {
    const metadata = await agave(opened).call("meta.getMetadata", { uuid }, signal ? { signal } : {});
    return `${JSON.stringify(metadata, null, 2)}\n`;
  },
};
