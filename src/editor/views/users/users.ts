import type { Host } from "../../host.ts";
import type { NodeLoader } from "../../tree/node.ts";

/** The first level of the Users view. What builds it is loaded when the view is first shown. */
export function userRoots(host: Host): NodeLoader {
  return {
    async load() {
      const { userNodes } = await import("./nodes.ts");
      return userNodes(host);
    },
  };
}
