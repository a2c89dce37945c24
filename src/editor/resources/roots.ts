import type { Host } from "../host.ts";
import type { NodeLoader } from "../tree/node.ts";
import type { ResourceViewName } from "./catalogue.ts";

/** The first level of a view of resources. What builds it is loaded when the view is first shown. */
export function resourceRoots(host: Host, view: ResourceViewName): NodeLoader {
  return {
    async load() {
      const { connectionNodes } = await import("./nodes.ts");
      return connectionNodes(host, view);
    },
  };
}
